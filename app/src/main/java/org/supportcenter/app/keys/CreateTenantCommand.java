package org.supportcenter.app.keys;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "create-tenant",
    description = "Add a tenant; print its id and the secret of an administrator's key for it.")
final class CreateTenantCommand extends OwnerCommand {
  @Parameters(paramLabel = "NAME", description = "What people call the tenant.")
  private String displayName = "";

  @Override
  void run(DataSource owner, Instant now, PrintWriter out) throws SQLException {
    var tenant = new Tenants(owner).create(displayName, now);
    var secret = new OwnerKeys(owner).createAdmin(tenant.id(), "Administrator", now);
    out.println(tenant.id() + " " + secret);
  }
}
