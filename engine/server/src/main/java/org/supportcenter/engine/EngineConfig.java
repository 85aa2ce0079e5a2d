package org.supportcenter.engine;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.supportcenter.runtime.network.AddressPolicy;

/**
 * What an engine process needs to know.
 *
 * @param address where gRPC calls are answered; port 0 takes a free one
 * @param opsAddress where health and metrics are answered over HTTP; port 0 takes a free one
 * @param postgres the database
 * @param callThreads how many calls are worked on at a time; each may use one database connection
 * @param drainDelay how long the process still takes calls after it has said that it is going, so
 *     that load balancers notice
 * @param drainTimeout how long calls may then take to finish
 * @param mailLanguages a directory with wordings of mails in more languages, as mailers have it;
 *     null: none
 * @param webhooks where webhooks may go, as mailers have it
 */
public record EngineConfig(
    InetSocketAddress address,
    InetSocketAddress opsAddress,
    Postgres postgres,
    int callThreads,
    Duration drainDelay,
    Duration drainTimeout,
    @Nullable Path mailLanguages,
    AddressPolicy webhooks) {

  /** In words, what {@link #defaultCallThreads} is. */
  public static final String DEFAULT_CALL_THREADS =
      "four for each processor, at least 8 and at most 32";

  /** Right where nothing balances load. */
  public static final Duration DEFAULT_DRAIN_DELAY = Duration.ZERO;

  /** Longer than any call should take. */
  public static final Duration DEFAULT_DRAIN_TIMEOUT = Duration.ofSeconds(20);

  /**
   * A PostgreSQL database and the service role.
   *
   * @param jdbcUrl {@code jdbc:postgresql://...}, without credentials
   */
  public record Postgres(String jdbcUrl, String user, String password) {

    /** Without the password. */
    @Override
    public String toString() {
      return "%s as %s".formatted(jdbcUrl, user);
    }
  }

  /**
   * Enough to keep the processors busy while some calls wait for the database. More at a time take
   * turns, so that all end later and some much later; the rest waits in its order.
   */
  public static int defaultCallThreads() {
    return Math.clamp(4L * Runtime.getRuntime().availableProcessors(), 8, 32);
  }

  /** A configuration with the defaults. */
  public static EngineConfig of(
      InetSocketAddress address, InetSocketAddress opsAddress, Postgres postgres) {
    return new EngineConfig(
        address,
        opsAddress,
        postgres,
        defaultCallThreads(),
        DEFAULT_DRAIN_DELAY,
        DEFAULT_DRAIN_TIMEOUT,
        null,
        AddressPolicy.allowing(""));
  }

  /** The same with wordings in more languages; null: none. */
  public EngineConfig withMailLanguages(@Nullable Path directory) {
    return new EngineConfig(
        address, opsAddress, postgres, callThreads, drainDelay, drainTimeout, directory, webhooks);
  }

  /** The same with webhooks that may go elsewhere. */
  public EngineConfig withWebhooks(AddressPolicy policy) {
    return new EngineConfig(
        address,
        opsAddress,
        postgres,
        callThreads,
        drainDelay,
        drainTimeout,
        mailLanguages,
        policy);
  }
}
