package org.supportcenter.app.keys;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shutting a tenant out, and letting it in again. */
final class TenantStateCommands {
  private TenantStateCommands() {}

  @Command(name = "activate-tenant", description = "Serve the callers of a tenant again.")
  static final class Activate extends OwnerCommand {
    @Parameters(paramLabel = "TENANT", description = "Id of the tenant.")
    private UUID tenant;

    @Override
    void run(DataSource owner, Instant now, PrintWriter out) throws SQLException {
      require(new Tenants(owner).setActive(tenant, true), tenant);
    }
  }

  @Command(
      name = "deactivate-tenant",
      description = "Refuse every caller of a tenant with TENANT_INACTIVE; its data stays.")
  static final class Deactivate extends OwnerCommand {
    @Parameters(paramLabel = "TENANT", description = "Id of the tenant.")
    private UUID tenant;

    @Override
    void run(DataSource owner, Instant now, PrintWriter out) throws SQLException {
      require(new Tenants(owner).setActive(tenant, false), tenant);
    }
  }
}
