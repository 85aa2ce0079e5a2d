package org.supportcenter.app.keys;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List the API keys of a tenant, oldest first.")
final class ListKeysCommand extends OwnerCommand {
  @Option(names = "--tenant", required = true, paramLabel = "ID", description = "The tenant.")
  private UUID tenant;

  @Override
  void run(DataSource owner, Instant now, PrintWriter out) throws SQLException {
    new OwnerKeys(owner).list(tenant).forEach(key -> out.println(key.line()));
  }
}
