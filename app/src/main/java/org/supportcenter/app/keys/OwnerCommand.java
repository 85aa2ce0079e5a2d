package org.supportcenter.app.keys;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.supportcenter.app.console.TextLogOptions;
import org.supportcenter.app.console.UserError;
import org.supportcenter.app.database.OwnerDatabase;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What the commands below {@code keys} have in common. */
abstract class OwnerCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private OwnerDatabase owner;
  @Mixin private TextLogOptions logs;

  @Override
  public final Integer call() throws Exception {
    logs.apply();
    var out = spec.commandLine().getOut();
    run(owner.required().dataSource(), InstantSource.system().instant(), out);
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  /** Does the work and prints its result. */
  abstract void run(DataSource owner, Instant now, PrintWriter out) throws Exception;

  /**
   * Makes sure that a tenant was found.
   *
   * @throws UserError if not
   */
  static void require(boolean found, UUID tenant) {
    if (!found) {
      throw new UserError("There is no tenant %s; keys list-tenants shows all.".formatted(tenant));
    }
  }
}
