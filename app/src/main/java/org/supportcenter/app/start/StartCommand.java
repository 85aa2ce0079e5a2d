package org.supportcenter.app.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.supportcenter.app.console.ListenAddress;
import org.supportcenter.app.console.Logging;
import org.supportcenter.app.console.Ports;
import org.supportcenter.app.console.TextLogOptions;
import org.supportcenter.app.demo.EngineClient;
import org.supportcenter.app.mail.MailOptions;
import org.supportcenter.app.postgres.EmbeddedPostgres;
import org.supportcenter.app.process.Shutdown;
import org.supportcenter.app.webhook.WebhookOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs everything in this process until Ctrl-C. */
@Command(
    name = "start",
    description =
        "Run everything in one process on an embedded PostgreSQL, with demo data: for trying out"
            + " and development.")
public final class StartCommand implements Callable<Integer> {
  private final InstantSource clock = InstantSource.system();

  @Spec private CommandSpec spec;
  @Mixin private ListenAddress address;
  @Mixin private TextLogOptions logs;
  @Mixin private MailOptions mail;
  @Mixin private WebhookOptions webhooks;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:SUPPORT_CENTER_PORT:-8080}",
      description = "Port for REST, gRPC and gRPC-Web; 0 takes a free one.")
  private int port;

  @Option(
      names = "--engine-port",
      paramLabel = "PORT",
      defaultValue = "${env:SUPPORT_CENTER_ENGINE_PORT:-9090}",
      description = "Port of the engine's own gRPC; 0 takes a free one.")
  private int enginePort;

  @Option(
      names = "--data-dir",
      paramLabel = "DIRECTORY",
      defaultValue = "${env:SUPPORT_CENTER_DATA_DIR:-.support-center}",
      description = "Where everything is kept between runs.")
  private Path dataDirectory = Path.of(".");

  @Option(
      names = "--inbox-port",
      paramLabel = "PORT",
      defaultValue = "${env:SUPPORT_CENTER_INBOX_PORT:-0}",
      description =
          "Port of the pages that show the mails sent, as long as no mail server is named; 0 takes"
              + " a free one.")
  private int inboxPort;

  @Option(names = "--fresh", description = "Delete the kept data first.")
  private boolean fresh;

  @Option(
      names = "--demo",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Fill in demo data once, or leave the database empty.")
  private boolean demo;

  @Option(
      names = "--until-ready",
      description = "Stop as soon as everything is ready: the data directory is then prepared.")
  private boolean untilReady;

  @Option(
      names = "--rehearse",
      hidden = true,
      description = "Once ready, play some calls and stop; for the launcher, on data of its own.")
  private boolean rehearse;

  @Override
  public Integer call() throws Exception {
    logs.apply();
    try (var shutdown = Shutdown.onSignal();
        var directory = DataDirectory.open(dataDirectory)) {
      run(directory, shutdown);
      return CommandLine.ExitCode.OK;
    }
  }

  private void run(DataDirectory directory, Shutdown shutdown) throws Exception {
    Logging.alsoTo(directory.log());
    Files.deleteIfExists(directory.runFile());
    var where = Where.free(address.host(), port, enginePort);
    Ports.requireFree(address.host(), inboxPort, "--inbox-port");
    if (fresh) {
      EmbeddedPostgres.erase(directory.root());
      Files.deleteIfExists(directory.credentials());
    }
    try (var parts = Parts.start(directory.root(), where, inboxPort, mail, webhooks, clock)) {
      var credentials = announce(directory, parts, where);
      if (rehearse) {
        new Rehearsal(where.gatewayAddress(), credentials.key("admin"), clock).play();
      } else if (!untilReady) {
        shutdown.await();
      }
    } finally {
      Files.deleteIfExists(directory.runFile());
    }
  }

  private Credentials announce(DataDirectory directory, Parts parts, Where where)
      throws IOException, SQLException {
    var credentials =
        new FirstRun(
                directory.credentials(),
                parts.tenants(),
                parts.keys(),
                where.engineAddress(),
                clock)
            .complete(demo);
    var running = parts.describe(credentials);
    var manager = credentials.key("manager");
    try (var engine = EngineClient.open(where.engineAddress(), manager)) {
      var lines = new CurlLines(running.gateway(), manager).lines(engine, clock.instant());
      JsonFiles.write(directory.runFile(), running);
      spec.commandLine().getOut().print(Greeting.of(running, parts, lines));
      spec.commandLine().getOut().flush();
    }
    return credentials;
  }
}
