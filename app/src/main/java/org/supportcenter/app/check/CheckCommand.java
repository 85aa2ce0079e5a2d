package org.supportcenter.app.check;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.supportcenter.app.console.ListenAddress;
import org.supportcenter.app.console.Ports;
import org.supportcenter.app.console.TextLogOptions;
import org.supportcenter.app.console.UserError;
import org.supportcenter.app.database.MailerDatabase;
import org.supportcenter.app.database.OwnerDatabase;
import org.supportcenter.app.database.ServiceDatabase;
import org.supportcenter.app.mail.MailOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at everything the processes need before they are started. */
@Command(
    name = "check",
    description =
        "Say whether this configuration can work: database, its role, migrations, clock,"
            + " mail server and ports. Ends with 1 if not.")
public final class CheckCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ServiceDatabase service;
  @Mixin private OwnerDatabase owner;
  @Mixin private MailerDatabase mailer;
  @Mixin private MailOptions mail;
  @Mixin private ListenAddress address;
  @Mixin private TextLogOptions logs;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "${env:SUPPORT_CENTER_PORT:-8080}",
      description = "Port of the gateway.")
  private int port;

  @Option(
      names = "--engine-port",
      paramLabel = "PORT",
      defaultValue = "${env:SUPPORT_CENTER_ENGINE_PORT:-9090}",
      description = "Port of the engine.")
  private int enginePort;

  @Override
  public Integer call() {
    logs.apply();
    var findings = findings();
    var out = spec.commandLine().getOut();
    findings.forEach(finding -> out.println(finding.line()));
    return findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.FAILED)
        ? CommandLine.ExitCode.SOFTWARE
        : CommandLine.ExitCode.OK;
  }

  private List<Finding> findings() {
    var database = new DatabaseChecks(InstantSource.system());
    var findings = new ArrayList<Finding>();
    try {
      findings.addAll(database.service(service.required()));
      findings.add(database.migrations(owner.optional(), mailer.roles(service.required())));
    } catch (UserError unusable) {
      findings.add(Finding.failed("database", unusable.sentence()));
    }
    findings.addAll(MailChecks.of(mail));
    findings.add(port("gateway", port, "--port"));
    findings.add(port("engine", enginePort, "--engine-port"));
    return findings;
  }

  private Finding port(String part, int number, String option) {
    var obstacle = Ports.obstacle(address.host(), number, option);
    return obstacle == null
        ? Finding.ok("port", "The %s can listen on %s:%d.".formatted(part, address.host(), number))
        : Finding.failed("port", obstacle);
  }
}
