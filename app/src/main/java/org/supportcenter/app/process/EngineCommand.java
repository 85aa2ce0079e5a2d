package org.supportcenter.app.process;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.supportcenter.app.console.JsonLogOptions;
import org.supportcenter.app.console.Ports;
import org.supportcenter.app.database.DatabaseUrl;
import org.supportcenter.app.database.ServiceDatabase;
import org.supportcenter.engine.EngineConfig;
import org.supportcenter.engine.EngineServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One engine process, until SIGTERM. */
@Command(
    name = "engine",
    description =
        "Run one engine on the database of DATABASE_URL. Several may run beside each other on one database.")
public final class EngineCommand implements Callable<Integer> {
  @Mixin private ServiceDatabase database;
  @Mixin private JsonLogOptions logs;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "${env:SUPPORT_CENTER_HOST:-127.0.0.1}",
      description = "Address to listen on; 0.0.0.0 is reached from other machines.")
  private String host = "";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:SUPPORT_CENTER_ENGINE_PORT:-9090}",
      description = "Port of its gRPC.")
  private int port;

  @Option(
      names = "--ops-port",
      paramLabel = "PORT",
      defaultValue = "${env:SUPPORT_CENTER_ENGINE_OPS_PORT:-9091}",
      description = "Port of its health and metrics, over HTTP.")
  private int opsPort;

  @Option(
      names = "--call-threads",
      paramLabel = "NUMBER",
      defaultValue =
          "${env:SUPPORT_CENTER_CALL_THREADS:-" + EngineConfig.DEFAULT_CALL_THREADS + "}",
      description =
          "How many calls are worked on at a time; each may use a database connection, and a few more are used besides.")
  private int callThreads;

  @Option(
      names = "--drain-quiet",
      paramLabel = "SECONDS",
      defaultValue = "${env:SUPPORT_CENTER_DRAIN_QUIET:-5}",
      description =
          "How long a stopping process still takes calls while /readyz says no, so that balancers notice, in seconds.")
  private int drainQuiet;

  @Option(
      names = "--drain-timeout",
      paramLabel = "SECONDS",
      defaultValue = "${env:SUPPORT_CENTER_DRAIN_TIMEOUT:-20}",
      description = "How long calls under way may take to end when the process stops, in seconds.")
  private int drainTimeout;

  @Override
  public Integer call() throws Exception {
    logs.apply();
    var config = config(database.required());
    Ports.requireFree(host, port, "--port");
    Ports.requireFree(host, opsPort, "--ops-port");
    try (var shutdown = Shutdown.onSignal();
        var _ = EngineServer.start(config, InstantSource.system())) {
      shutdown.await();
      return CommandLine.ExitCode.OK;
    }
  }

  private EngineConfig config(DatabaseUrl url) {
    return new EngineConfig(
        new InetSocketAddress(host, port),
        new InetSocketAddress(host, opsPort),
        new EngineConfig.Postgres(url.jdbcUrl(), url.user(), url.password()),
        callThreads,
        Duration.ofSeconds(drainQuiet),
        Duration.ofSeconds(drainTimeout));
  }
}
