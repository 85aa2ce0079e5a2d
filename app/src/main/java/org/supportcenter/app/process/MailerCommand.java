package org.supportcenter.app.process;

import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.supportcenter.app.console.JsonLogOptions;
import org.supportcenter.app.console.ListenAddress;
import org.supportcenter.app.console.Ports;
import org.supportcenter.app.database.DatabaseUrl;
import org.supportcenter.app.database.MailerDatabase;
import org.supportcenter.app.database.ServiceDatabase;
import org.supportcenter.app.mail.MailOptions;
import org.supportcenter.app.webhook.WebhookOptions;
import org.supportcenter.mailer.MailerConfig;
import org.supportcenter.mailer.MailerServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One mailer process, until SIGTERM. */
@Command(
    name = "mailer",
    description =
        "Run one mailer: it delivers what the engines wrote down to be delivered. Several may run"
            + " beside each other on one database, that of MAILER_DATABASE_URL or else of"
            + " DATABASE_URL.")
public final class MailerCommand implements Callable<Integer> {
  private static final String LOCAL_GATEWAY = "http://127.0.0.1:8080";

  @Mixin private MailerDatabase mailerDatabase;
  @Mixin private ServiceDatabase serviceDatabase;
  @Mixin private MailOptions mail;
  @Mixin private WebhookOptions webhooks;
  @Mixin private ListenAddress address;
  @Mixin private DrainTimeout drainTimeout;
  @Mixin private JsonLogOptions logs;

  @Option(
      names = "--ops-port",
      paramLabel = "PORT",
      defaultValue = "${env:SUPPORT_CENTER_MAILER_OPS_PORT:-9092}",
      description = "Port of its health and metrics, over HTTP; 0 takes a free one.")
  private int opsPort;

  @Override
  public Integer call() throws Exception {
    logs.apply();
    var config = config(database());
    Ports.requireFree(address.host(), opsPort, "--ops-port");
    try (var shutdown = Shutdown.onSignal();
        var _ = MailerServer.start(config, InstantSource.system())) {
      shutdown.await();
      return CommandLine.ExitCode.OK;
    }
  }

  private DatabaseUrl database() {
    var own = mailerDatabase.optional();
    return own == null ? serviceDatabase.required() : own;
  }

  private MailerConfig config(DatabaseUrl url) {
    return new MailerConfig(
        new InetSocketAddress(address.host(), opsPort),
        url.pool(MailerConfig.CONNECTIONS),
        mail.required(LOCAL_GATEWAY),
        mail.bounces(),
        webhooks.policy(),
        drainTimeout.value());
  }
}
