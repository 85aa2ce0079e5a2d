package org.supportcenter.app.keys;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.supportcenter.app.console.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "revoke",
    description = "Stop an API key for good; running engines notice within seconds.")
final class RevokeKeyCommand extends OwnerCommand {
  @Option(names = "--tenant", required = true, paramLabel = "ID", description = "The tenant.")
  private UUID tenant;

  @Parameters(paramLabel = "KEY", description = "Id of the key, as keys list shows it.")
  private UUID key;

  @Override
  void run(DataSource owner, Instant now, PrintWriter out) throws SQLException {
    if (!new OwnerKeys(owner).revoke(tenant, key, now)) {
      throw new UserError("The tenant %s has no key %s.".formatted(tenant, key));
    }
  }
}
