package org.supportcenter.app.process;

import java.util.concurrent.Callable;
import org.supportcenter.app.console.JsonLogOptions;
import org.supportcenter.app.database.MailerDatabase;
import org.supportcenter.app.database.OwnerDatabase;
import org.supportcenter.app.database.ServiceDatabase;
import org.supportcenter.schema.Migrations;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings a database to the schema of this version. */
@Command(
    name = "migrate",
    description =
        "Bring the database to the schema of this version and let the roles of engine and mailer"
            + " use it; run it before newer processes start.")
public final class MigrateCommand implements Callable<Integer> {
  @Mixin private OwnerDatabase owner;
  @Mixin private ServiceDatabase service;
  @Mixin private MailerDatabase mailer;
  @Mixin private JsonLogOptions logs;

  @Override
  public Integer call() {
    logs.apply();
    Migrations.apply(owner.required().dataSource(), mailer.roles(service.required()));
    return CommandLine.ExitCode.OK;
  }
}
