package org.supportcenter.mailer.bounce;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.mailer.database.MailerDatabase;
import org.supportcenter.mailer.smtp.Obstacles;
import org.supportcenter.runtime.Background;

/**
 * Looks into the mailbox that mail comes back to until it is closed. Any number of mailers may read
 * one mailbox.
 */
public final class Bounces implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Bounces.class);

  private final BounceMailbox mailbox;
  private final BounceResults results;
  private final MeterRegistry registry;

  /** Its own: a mailbox that answers slowly holds up nothing else. */
  private final Background background = new Background();

  private volatile boolean reachable = true;

  private Bounces(
      BounceSettings settings,
      MailerDatabase database,
      MeterRegistry registry,
      InstantSource clock) {
    mailbox = new BounceMailbox(settings);
    results = new BounceResults(database, clock);
    this.registry = registry;
  }

  /** Starts looking. */
  public static Bounces start(
      BounceSettings settings,
      MailerDatabase database,
      MeterRegistry registry,
      InstantSource clock) {
    var bounces = new Bounces(settings, database, registry, clock);
    Gauge.builder("supportcenter.mail.bounce.mailbox.up", () -> bounces.reachable ? 1 : 0)
        .description("Whether the mailbox that mail comes back to could be read the last time")
        .register(registry);
    bounces.background.every(settings.every(), "bounces", bounces::look);
    return bounces;
  }

  /** Why the mailbox cannot be read, in one line; null if it can. */
  public static @Nullable String obstacle(BounceSettings settings) {
    try {
      new BounceMailbox(settings).probe();
      return null;
    } catch (MessagingException failure) {
      return Obstacles.opening(failure, settings.mailbox());
    }
  }

  private void look() {
    try {
      mailbox.read(this::settle);
      reachable = true;
    } catch (MessagingException failure) {
      reachable = false;
      log.warn("The mailbox that mail comes back to cannot be read: {}", failure.getMessage());
    }
  }

  private boolean settle(@Nullable Report report) {
    var ours = report != null && results.write(report);
    Counter.builder("supportcenter.mail.returned")
        .description("Messages in the mailbox that mail comes back to, by what they report")
        .tag("fate", ours && report != null ? fate(report) : "unknown")
        .register(registry)
        .increment();
    return ours;
  }

  private static String fate(Report report) {
    return report.fate().name().toLowerCase(Locale.ROOT);
  }

  /** Says in a sentence that it has ended though nobody stopped it; null if it has not. */
  public @Nullable String ended() {
    return background.ended();
  }

  /** Does not look again. */
  public void stop() {
    background.stop();
  }

  @Override
  public void close() {
    background.close();
  }
}
