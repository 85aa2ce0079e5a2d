package org.supportcenter.app.keys;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The tenants of a database. Only its owner may list or change them. */
public final class Tenants {
  private final DataSource owner;

  public Tenants(DataSource owner) {
    this.owner = owner;
  }

  /** All tenants, oldest first. */
  public List<Tenant> list() throws SQLException {
    try (var connection = owner.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT tenant_id, display_name, active, create_time FROM tenant ORDER BY create_time, tenant_id")) {
      var tenants = new ArrayList<Tenant>();
      while (rows.next()) {
        tenants.add(
            new Tenant(
                rows.getObject(1, UUID.class),
                rows.getString(2),
                rows.getBoolean(3),
                rows.getObject(4, OffsetDateTime.class).toInstant()));
      }
      return tenants;
    }
  }

  /** Adds an active tenant. */
  public Tenant create(String displayName, Instant now) throws SQLException {
    var tenant = new Tenant(UUID.randomUUID(), displayName, true, now);
    update(
        "INSERT INTO tenant (tenant_id, display_name, active, create_time) VALUES (?, ?, true, ?)",
        statement -> {
          statement.setObject(1, tenant.id());
          statement.setString(2, displayName);
          statement.setObject(3, now.atOffset(ZoneOffset.UTC));
        });
    return tenant;
  }

  /** Serves or shuts out the callers of a tenant; false if there is no such tenant. */
  public boolean setActive(UUID tenant, boolean active) throws SQLException {
    return update(
            "UPDATE tenant SET active = ? WHERE tenant_id = ?",
            statement -> {
              statement.setBoolean(1, active);
              statement.setObject(2, tenant);
            })
        > 0;
  }

  private interface Parameters {
    void setOn(PreparedStatement statement) throws SQLException;
  }

  private int update(String sql, Parameters parameters) throws SQLException {
    try (var connection = owner.getConnection();
        var statement = connection.prepareStatement(sql)) {
      parameters.setOn(statement);
      return statement.executeUpdate();
    }
  }
}
