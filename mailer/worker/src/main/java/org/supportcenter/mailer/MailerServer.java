package org.supportcenter.mailer;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.mailer.bounce.Bounces;
import org.supportcenter.mailer.database.MailerDatabase;
import org.supportcenter.mailer.mail.MailWorker;
import org.supportcenter.mailer.webhook.Webhooks;
import org.supportcenter.runtime.Background;
import org.supportcenter.runtime.database.DatabaseUnavailableException;
import org.supportcenter.runtime.ops.OpsServer;

/** A mailer process: everything it is made of is put together here, top to bottom. */
public final class MailerServer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(MailerServer.class);

  private final MailerDatabase database;
  private final OpsServer ops;
  private final MailWorker mails;
  private final Background background = new Background();
  private final @Nullable Webhooks webhooks;
  private final @Nullable Bounces bounces;
  private final AtomicBoolean working = new AtomicBoolean(true);

  /**
   * Starts a mailer; it delivers when this returns.
   *
   * @throws MailerStartException if it cannot, with the reason in one sentence
   */
  public static MailerServer start(MailerConfig config, InstantSource clock) {
    var database = open(config);
    try {
      return new MailerServer(config, clock, database);
    } catch (IOException taken) {
      database.close();
      throw new MailerStartException(
          "Cannot listen on %s: %s".formatted(config.opsAddress(), taken.getMessage()), taken);
    }
  }

  private MailerServer(MailerConfig config, InstantSource clock, MailerDatabase database)
      throws IOException {
    this.database = database;
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    ops =
        OpsServer.start(
            config.opsAddress(), registry, () -> working.get() && database.problem() == null);
    mails =
        new MailWorker(config.mail(), database, registry, background, config.drainTimeout(), clock);
    webhooks =
        Webhooks.start(
            database, config.webhooks(), config.mail(), config.drainTimeout(), registry, clock);
    var returns = config.bounces();
    bounces = returns == null ? null : Bounces.start(returns, database, registry, clock);
    log.info("The mailer works; health and metrics are on port {}", opsPort());
  }

  /** The port of health and metrics. */
  public int opsPort() {
    return ops.port();
  }

  /**
   * Drains: leases nothing more, lets deliveries under way end, and stops. Returns when all is
   * done; a second call changes nothing.
   */
  @Override
  public void close() {
    if (!working.compareAndSet(true, false)) {
      return;
    }
    log.info("The mailer drains");
    mails.close();
    if (webhooks != null) {
      webhooks.close();
    }
    if (bounces != null) {
      bounces.close();
    }
    background.close();
    database.close();
    ops.close();
    log.info("The mailer has stopped");
  }

  private static MailerDatabase open(MailerConfig config) {
    MailerDatabase database;
    try {
      database = MailerDatabase.open(config.database());
    } catch (DatabaseUnavailableException down) {
      throw new MailerStartException(String.valueOf(down.getMessage()), down);
    }
    var problem = database.problem();
    if (problem != null) {
      database.close();
      throw new MailerStartException(problem);
    }
    return database;
  }
}
