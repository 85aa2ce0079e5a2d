package org.supportcenter.app.process;

import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supportcenter.app.console.JsonLogOptions;
import org.supportcenter.app.console.ListenAddress;
import org.supportcenter.app.console.Numbers;
import org.supportcenter.app.console.Ports;
import org.supportcenter.app.database.DatabaseUrl;
import org.supportcenter.app.database.ServiceDatabase;
import org.supportcenter.app.mail.MailLanguages;
import org.supportcenter.app.webhook.WebhookOptions;
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
        "Run one engine on the database of DATABASE_URL. Several may run beside each other on one"
            + " database.")
public final class EngineCommand implements Callable<Integer> {
  @Mixin private ServiceDatabase database;
  @Mixin private ListenAddress address;
  @Mixin private DrainQuiet drainQuiet;
  @Mixin private DrainTimeout drainTimeout;
  @Mixin private MailLanguages mailLanguages;
  @Mixin private WebhookOptions webhooks;
  @Mixin private JsonLogOptions logs;

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
      defaultValue = "${env:SUPPORT_CENTER_CALL_THREADS}",
      description =
          "How many calls are worked on at a time; each may use a database connection, and a few"
              + " more are used besides. Without it "
              + EngineConfig.DEFAULT_CALL_THREADS
              + ".")
  private @Nullable Integer callThreads;

  @Override
  public Integer call() throws Exception {
    logs.apply();
    var config = config(database.required());
    Ports.requireFree(address.host(), port, "--port");
    Ports.requireFree(address.host(), opsPort, "--ops-port");
    try (var shutdown = Shutdown.onSignal();
        var _ = EngineServer.start(config, InstantSource.system())) {
      shutdown.await();
      return CommandLine.ExitCode.OK;
    }
  }

  private EngineConfig config(DatabaseUrl url) {
    return new EngineConfig(
        new InetSocketAddress(address.host(), port),
        new InetSocketAddress(address.host(), opsPort),
        new EngineConfig.Postgres(url.jdbcUrl(), url.user(), url.password()),
        callThreads == null
            ? EngineConfig.defaultCallThreads()
            : Numbers.atLeast(1, "--call-threads", callThreads),
        drainQuiet.value(),
        drainTimeout.value(),
        mailLanguages.directory(),
        webhooks.policy());
  }
}
