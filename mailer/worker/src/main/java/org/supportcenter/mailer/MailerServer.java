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
import org.supportcenter.runtime.Opened;
import org.supportcenter.runtime.database.DatabaseUnavailableException;
import org.supportcenter.runtime.ops.LifeSigns;
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
    try {
      return Opened.orNothing(opened -> new MailerServer(config, clock, opened));
    } catch (IOException taken) {
      throw new MailerStartException(
          "Cannot listen on %s: %s".formatted(config.opsAddress(), taken.getMessage()), taken);
    }
  }

  private MailerServer(MailerConfig config, InstantSource clock, Opened opened) throws IOException {
    database = open(config);
    opened.closedBy(database::close);
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    var signs = new LifeSigns();
    ops =
        OpsServer.start(
            config.opsAddress(),
            registry,
            signs,
            () -> working.get() && database.problem() == null);
    opened.closedBy(ops::close);
    opened.closedBy(background::close);
    mails =
        new MailWorker(config.mail(), database, registry, background, config.drainTimeout(), clock);
    opened.closedBy(mails::close);
    signs.watch(background::ended);
    signs.watch(mails::ended);
    var hooks =
        Webhooks.start(
            database, config.webhooks(), config.mail(), config.drainTimeout(), registry, clock);
    webhooks = hooks;
    if (hooks != null) {
      opened.closedBy(hooks::close);
      signs.watch(hooks::ended);
    }
    var returns = config.bounces();
    bounces = returns == null ? null : Bounces.start(returns, database, registry, clock);
    if (bounces != null) {
      signs.watch(bounces::ended);
    }
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
    stopLeasing();
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

  /** All of them first, so that none goes on while another one is waited for. */
  private void stopLeasing() {
    mails.stop();
    if (webhooks != null) {
      webhooks.stop();
    }
    if (bounces != null) {
      bounces.stop();
    }
    background.stop();
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
