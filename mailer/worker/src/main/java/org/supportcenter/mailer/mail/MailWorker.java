package org.supportcenter.mailer.mail;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.compose.Composer;
import org.supportcenter.compose.Purpose;
import org.supportcenter.compose.Sample;
import org.supportcenter.compose.ShippedTemplates;
import org.supportcenter.compose.TemplateException;
import org.supportcenter.mailer.database.MailerDatabase;
import org.supportcenter.mailer.smtp.SmtpServer;
import org.supportcenter.mailer.work.Pump;
import org.supportcenter.runtime.Background;

/** Sends the mails of the ledger until it is closed. */
public final class MailWorker implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MailWorker.class);

  private static final Duration POLL = Duration.ofMillis(250);
  private static final Duration LOOK_AT_LAG_EVERY = Duration.ofSeconds(15);

  private final SmtpServer server;
  private final Pump<Leased> pump;
  private volatile MailRows.Lag lag = new MailRows.Lag(0, Duration.ZERO);

  /**
   * Starts sending.
   *
   * @param drainTimeout how long mails under way may take to end when this is closed
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
    var rows = new MailRows(database, server, clock);
    var templates = new Templates(ShippedTemplates.load(settings.languages()));
    var facts = new FactQuery(settings, templates, new LinkKeys());
    var judge = new MailJudge(database, facts, new Turns(settings.perSecond()), clock);
    var results = new MailResults(database, settings.giveUpAfter(), clock);
    var messages = new Messages(settings.bounceAddress());
    var delivery = new MailDelivery(server, judge, messages, results, metrics, clock);
    background.execute(MailWorker::warmUp);
    var pumping =
        new Pump.Settings(
            "mails", settings.connections(), settings.connections(), POLL, drainTimeout);
    pump = Pump.start(pumping, rows, delivery);
    metrics.gauge("due", "Mails that could be sent now", () -> lag.due());
    metrics.gauge(
        "lag.seconds", "How long the oldest due mail has waited", () -> lag.oldest().toSeconds());
    metrics.gauge("under.way", "Mails being sent", pump::underWay);
    background.every(LOOK_AT_LAG_EVERY, "mail-lag", () -> lag = rows.lag());
  }

  /** The first message takes a second or two, which nobody should wait for. */
  private static void warmUp() {
    var purpose = new Purpose(Purpose.Kind.CONFIRMATION, Purpose.Audience.CUSTOMER);
    var shipped = ShippedTemplates.load(null);
    try {
      var message =
          Composer.compose(
              shipped.template(purpose, ShippedTemplates.FALLBACK),
              Sample.occasion(purpose, Locale.ENGLISH));
      log.debug("Ready to compose: {}", message.subject());
    } catch (TemplateException broken) {
      throw new IllegalStateException("A shipped template is broken", broken);
    }
  }

  @Override
  public void close() {
    pump.close();
    server.close();
  }
}
