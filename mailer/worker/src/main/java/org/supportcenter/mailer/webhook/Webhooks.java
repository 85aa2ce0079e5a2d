package org.supportcenter.mailer.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.compose.ShippedTemplates;
import org.supportcenter.mailer.database.MailerDatabase;
import org.supportcenter.mailer.mail.MailSettings;
import org.supportcenter.mailer.smtp.SmtpServer;
import org.supportcenter.mailer.work.Pump;
import org.supportcenter.runtime.Background;
import org.supportcenter.runtime.network.AddressPolicy;

/** The part of a mailer that delivers webhooks, put together. */
public final class Webhooks implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Webhooks.class);

  /** Requests under way at a time; each is a virtual thread that mostly waits. */
  private static final int AT_ONCE = 128;

  private static final int PER_TENANT = 32;
  private static final Duration POLL_EVERY = Duration.ofMillis(250);
  private static final Duration NOTIFY_EVERY = Duration.ofSeconds(15);
  private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

  private final Poster poster;
  private final WebhookHandler handler;
  private final Pump<Work> pump;
  private final SmtpServer mailServer;
  private final Background chores = new Background();

  private Webhooks(Poster poster, WebhookHandler handler, Pump<Work> pump, SmtpServer mailServer) {
    this.poster = poster;
    this.handler = handler;
    this.pump = pump;
    this.mailServer = mailServer;
  }

  /**
   * Starts delivering.
   *
   * @param mail by which owners are told that an endpoint has stopped
   * @param drainTimeout how long requests under way may take to end when it is stopped
   * @return null where the role may not read the secrets, and so cannot sign: there nothing is
   *     delivered
   */
  public static @Nullable Webhooks start(
      MailerDatabase database,
      AddressPolicy policy,
      MailSettings mail,
      Duration drainTimeout,
      MeterRegistry registry,
      InstantSource clock) {
    var backlog = new WebhookBacklog(database, clock);
    if (!backlog.maySign()) {
      log.warn(
          "Webhooks are not delivered: the role of the database may not read their secrets; give"
              + " the mailer a role of its own (MAILER_DATABASE_URL) and migrate with it");
      return null;
    }
    var wordings = ShippedTemplates.load(mail.languages());
    var poster = new Poster(policy, InetAddress::getAllByName, Timeouts.DEFAULTS, AT_ONCE, clock);
    var metrics = new WebhookMetrics(registry);
    var handler =
        new WebhookHandler(
            database, backlog, poster, new Results(RandomGenerator.getDefault()), metrics);
    var settings = new Pump.Settings("webhooks", AT_ONCE, PER_TENANT, POLL_EVERY, drainTimeout);
    var pump = Pump.start(settings, backlog, handler);
    var webhooks = new Webhooks(poster, handler, pump, new SmtpServer(mail.server()));
    metrics.watch(pump::underWay);
    var notices = new OwnerNotices(database, webhooks.mailServer, mail, wordings, clock);
    webhooks.chores.every(NOTIFY_EVERY, "webhook-notices", notices::send);
    webhooks.chores.every(FORGET_EVERY, "forget-webhooks", backlog::forgetOld);
    return webhooks;
  }

  /** Says in sentences what has ended though nobody stopped it; null if nothing has. */
  public @Nullable String ended() {
    var ended = pump.ended();
    return ended == null ? chores.ended() : ended;
  }

  /** Takes nothing more; requests under way may end. */
  public void stop() {
    handler.stop();
    pump.stop();
    chores.stop();
  }

  /** Takes nothing more, lets requests under way end, and stops. */
  @Override
  public void close() {
    stop();
    pump.close();
    chores.close();
    poster.close();
    mailServer.close();
  }
}
