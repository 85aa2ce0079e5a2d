package org.supportcenter.mailer.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Looks a host up once for each connection and hands out only addresses that may be reached. The
 * client connects to what it gets from here and asks nobody else, so an answer that changes between
 * check and connect changes nothing. Addresses written as numbers come through here too.
 */
final class CheckedResolver implements DnsResolver {

  private final Lookup lookup;
  private final Function<InetAddress, @Nullable String> refusal;
  private final ExecutorService threads;
  private final Duration timeout;

  /** How a name becomes addresses. */
  @FunctionalInterface
  interface Lookup {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /**
   * A resolver.
   *
   * @param refusal why an address must not be reached; null when it may be
   * @param threads for the system's resolver, which knows no timeout
   */
  CheckedResolver(
      Lookup lookup,
      Function<InetAddress, @Nullable String> refusal,
      ExecutorService threads,
      Duration timeout) {
    this.lookup = lookup;
    this.refusal = refusal;
    this.threads = threads;
    this.timeout = timeout;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var found = lookUp(host);
    var reachable =
        Arrays.stream(found)
            .filter(address -> refusal.apply(address) == null)
            .toArray(InetAddress[]::new);
    if (reachable.length == 0) {
      throw new RefusedHostException(String.valueOf(refusal.apply(found[0])));
    }
    return reachable;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private InetAddress[] lookUp(String host) throws UnknownHostException {
    var answer = threads.submit(() -> lookup.addresses(host));
    try {
      return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException none) {
      answer.cancel(true);
      throw (UnknownHostException) new UnknownHostException(host).initCause(none);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      throw (UnknownHostException) new UnknownHostException(host).initCause(hurry);
    }
  }
}
