package org.supportcenter.mailer.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.supportcenter.compose.ShippedTemplates;
import org.supportcenter.mailer.database.MailerDatabase;
import org.supportcenter.mailer.smtp.SmtpServer;
import org.supportcenter.mailer.work.Pump;
import org.supportcenter.runtime.Background;

/** Sends the mails of the ledger until it is closed. */
public final class MailWorker implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(250);

  /** So that the next are there when one was sent, and not each has to be leased by itself. */
  private static final int LEASED_PER_CONNECTION = 4;

  private static final Duration LOOK_AT_LAG_EVERY = Duration.ofSeconds(15);

  private final SmtpServer server;
  private final Pump<Leased> pump;
  private volatile MailRows.Lag lag = new MailRows.Lag(0, Duration.ZERO);

  /**
   * Starts sending.
   *
   * @param drainTimeout how long mails under way may take to end when this is stopped
   */
  public MailWorker(
      MailSettings settings,
      MailerDatabase database,
      MeterRegistry registry,
      Background background,
      Duration drainTimeout,
      InstantSource clock) {
    server = new SmtpServer(settings.server());
    var metrics = new MailMetrics(registry);
    var rows = new MailRows(database, server, new Leasing(new Turns(settings.perSecond())), clock);
    var templates = new Templates(ShippedTemplates.load(settings.languages()));
    var facts = new FactQuery(settings, templates, new LinkKeys());
    var judge = new MailJudge(database, facts, clock);
    var results = new MailResults(database, settings, clock);
    var messages = new Messages(settings);
    var delivery =
        new MailDelivery(server, settings.connections(), judge, messages, results, metrics, clock);
    metrics.gauge("due", "Mails that are due", () -> lag.due());
    metrics.gauge(
        "lag.seconds", "How long the oldest due mail has waited", () -> lag.oldest().toSeconds());
    background.every(LOOK_AT_LAG_EVERY, "mail-lag", () -> lag = rows.lag());
    var leased = settings.connections() * LEASED_PER_CONNECTION;
    var pumping = new Pump.Settings("mails", leased, leased, POLL, drainTimeout);
    pump = Pump.start(pumping, rows, delivery);
    metrics.gauge("under.way", "Mails being sent", pump::underWay);
  }

  /** Says in a sentence that it has ended though nobody stopped it; null if it has not. */
  public @Nullable String ended() {
    return pump.ended();
  }

  /** Takes nothing more; mails under way may end. */
  public void stop() {
    pump.stop();
  }

  @Override
  public void close() {
    pump.close();
    server.close();
  }
}
