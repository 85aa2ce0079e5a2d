package org.supportcenter.app.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.app.console.UserError;
import org.supportcenter.app.keys.OwnerKeys;
import org.supportcenter.app.keys.Tenants;
import org.supportcenter.app.mail.MailOptions;
import org.supportcenter.app.postgres.EmbeddedPostgres;
import org.supportcenter.app.webhook.WebhookOptions;
import org.supportcenter.engine.EngineConfig;
import org.supportcenter.engine.EngineServer;
import org.supportcenter.gateway.GatewayConfig;
import org.supportcenter.gateway.GatewayServer;
import org.supportcenter.schema.Migrations;

/** The running parts: PostgreSQL, an engine, a mailer and a gateway. */
final class Parts implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Parts.class);

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

  private final Where where;
  private final EmbeddedPostgres postgres;
  private final EngineServer engine;
  private final Mailing mailing;
  private final GatewayServer gateway;

  private Parts(
      Where where,
      EmbeddedPostgres postgres,
      EngineServer engine,
      Mailing mailing,
      GatewayServer gateway) {
    this.where = where;
    this.postgres = postgres;
    this.engine = engine;
    this.mailing = mailing;
    this.gateway = gateway;
  }

  /** Starts them; if one does not start, none is left running. */
  static Parts start(
      Path directory,
      Where where,
      int inboxPort,
      MailOptions mail,
      WebhookOptions webhooks,
      InstantSource clock)
      throws IOException {
    log.info("Starting PostgreSQL, an engine, a mailer and a gateway");
    EmbeddedPostgres postgres = null;
    EngineServer engine = null;
    Mailing mailing = null;
    GatewayServer gateway = null;
    try {
      postgres = EmbeddedPostgres.start(directory);
      Migrations.apply(
          postgres.owner().dataSource(),
          new Migrations.Roles(postgres.service().user(), postgres.mailer().user()));
      engine = EngineServer.start(engineConfig(where, postgres, mail, webhooks), clock);
      mailing = Mailing.start(where, inboxPort, postgres.mailer(), mail, webhooks, clock);
      gateway =
          GatewayServer.besideEngine(
              GatewayConfig.of(where.host(), where.port(), List.of(where.engineAddress())),
              engine.inProcessName());
      gateway.start();
      awaitReady(gateway);
      return new Parts(where, postgres, engine, mailing, gateway);
    } catch (RuntimeException | IOException failure) {
      close(gateway, mailing, engine, postgres);
      throw failure;
    }
  }

  private static void awaitReady(GatewayServer gateway) {
    var deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (!gateway.isReady()) {
      if (System.nanoTime() > deadline) {
        throw new UserError("The gateway does not reach the engine; try another --engine-port.");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  private static EngineConfig engineConfig(
      Where where, EmbeddedPostgres postgres, MailOptions mail, WebhookOptions webhooks) {
    var url = postgres.service();
    return EngineConfig.of(
            new InetSocketAddress(where.host(), where.enginePort()),
            new InetSocketAddress(where.host(), 0),
            new EngineConfig.Postgres(url.jdbcUrl(), url.user(), url.password()))
        .withMailLanguages(mail.languages())
        .withWebhooks(webhooks.policy());
  }

  Tenants tenants() {
    return new Tenants(postgres.owner().dataSource());
  }

  OwnerKeys keys() {
    return new OwnerKeys(postgres.owner().dataSource());
  }

  /** Address of the engine's health and metrics. */
  String engineOps() {
    return "http://" + where.reached(engine.opsPort());
  }

  /** Address of the mailer's health and metrics. */
  String mailerOps() {
    return "http://" + where.reached(mailing.mailer().opsPort());
  }

  private @Nullable String inboxAddress() {
    var inbox = mailing.inbox();
    return inbox == null ? null : "http://" + where.reached(inbox.port());
  }

  RunFile describe(Credentials credentials) {
    return new RunFile(
        "http://" + where.gatewayAddress(),
        where.engineAddress(),
        inboxAddress(),
        postgres.owner().withCredentials(),
        credentials.tenant().tenant(),
        credentials.tenant().apiKeys(),
        credentials.otherTenant());
  }

  /** Drains the gateway, then the mailer, then the engine, then stops PostgreSQL. */
  @Override
  public void close() {
    close(gateway, mailing, engine, postgres);
  }

  private static void close(
      @Nullable GatewayServer gateway,
      @Nullable Mailing mailing,
      @Nullable EngineServer engine,
      @Nullable EmbeddedPostgres postgres) {
    try (postgres;
        engine;
        mailing;
        gateway) {
      log.info("Stopping");
    }
  }
}
