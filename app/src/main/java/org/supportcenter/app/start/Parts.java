package org.supportcenter.app.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.app.keys.OwnerKeys;
import org.supportcenter.app.keys.Tenants;
import org.supportcenter.app.postgres.EmbeddedPostgres;
import org.supportcenter.engine.EngineConfig;
import org.supportcenter.engine.EngineServer;
import org.supportcenter.gateway.GatewayConfig;
import org.supportcenter.gateway.GatewayServer;
import org.supportcenter.schema.Migrations;

/** The running parts: PostgreSQL, an engine and a gateway. */
final class Parts implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Parts.class);

  private final Where where;
  private final EmbeddedPostgres postgres;
  private final EngineServer engine;
  private final GatewayServer gateway;

  /** Where the parts listen. */
  record Where(String host, int port, int enginePort) {
    /** How this machine reaches what listens there: a wildcard address is not one to connect to. */
    private String reached(int port) {
      var wildcard = new InetSocketAddress(host, port).getAddress().isAnyLocalAddress();
      return (wildcard ? "127.0.0.1" : host) + ":" + port;
    }
  }

  private Parts(Where where, EmbeddedPostgres postgres, EngineServer engine, GatewayServer gateway) {
    this.where = where;
    this.postgres = postgres;
    this.engine = engine;
    this.gateway = gateway;
  }

  /** Starts them one after the other; whatever fails, nothing is left running. */
  static Parts start(Path directory, Where where, InstantSource clock) throws IOException {
    log.info("Starting PostgreSQL");
    var postgres = EmbeddedPostgres.start(directory);
    try {
      Migrations.apply(postgres.owner().dataSource(), postgres.service().user());
      var engine = EngineServer.start(engineConfig(where, postgres), clock);
      try {
        var gateway =
            new GatewayServer(
                GatewayConfig.of(
                    where.host(), where.port(), List.of(where.reached(where.enginePort()))));
        gateway.start();
        return new Parts(where, postgres, engine, gateway);
      } catch (RuntimeException failure) {
        engine.close();
        throw failure;
      }
    } catch (RuntimeException failure) {
      postgres.close();
      throw failure;
    }
  }

  private static EngineConfig engineConfig(Where where, EmbeddedPostgres postgres) {
    var url = postgres.service();
    return EngineConfig.of(
        new InetSocketAddress(where.host(), where.enginePort()),
        new InetSocketAddress(where.host(), 0),
        new EngineConfig.Postgres(url.jdbcUrl(), url.user(), url.password()));
  }

  Tenants tenants() {
    return new Tenants(postgres.owner().dataSource());
  }

  OwnerKeys keys() {
    return new OwnerKeys(postgres.owner().dataSource());
  }

  /** Host and port of the engine. */
  String engineAddress() {
    return where.reached(where.enginePort());
  }

  /** Address of the engine's health and metrics. */
  String engineOps() {
    return "http://" + where.reached(engine.opsPort());
  }

  RunFile describe(Credentials credentials) {
    return new RunFile(
        "http://" + where.reached(where.port()),
        engineAddress(),
        postgres.owner().withCredentials(),
        credentials.tenant().tenant(),
        credentials.tenant().apiKeys(),
        credentials.otherTenant());
  }

  /** Drains the gateway, then the engine, then stops PostgreSQL. */
  @Override
  public void close() {
    try (postgres;
        engine) {
      gateway.close();
    }
  }
}
