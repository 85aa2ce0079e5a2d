package org.supportcenter.app.keys;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import picocli.CommandLine.Command;

@Command(name = "list-tenants", description = "List all tenants, oldest first.")
final class ListTenantsCommand extends OwnerCommand {
  @Override
  void run(DataSource owner, Instant now, PrintWriter out) throws SQLException {
    for (var tenant : new Tenants(owner).list()) {
      var state = tenant.active() ? "active" : "inactive";
      out.println("%s  %-8s  %s".formatted(tenant.id(), state, tenant.displayName()));
    }
  }
}
