package org.supportcenter.testkit;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.access.ApiKeySecrets;
import org.supportcenter.domain.access.Role;
import org.supportcenter.domain.access.Scope;

/** Puts the least that a test needs into the database, by plain SQL, as the schema's owner. */
public final class Seeds {

  /** When everything seeded was created. */
  public static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

  private static final SecureRandom RANDOM = new SecureRandom();

  private final DataSource owner;

  Seeds(DataSource owner) {
    this.owner = owner;
  }

  /** A new, active tenant. */
  public UUID tenant() {
    var tenant = UUID.randomUUID();
    execute(
        tenant,
        "INSERT INTO tenant (tenant_id, display_name, active, create_time) VALUES (?, ?, true, ?)",
        tenant,
        "Tenant " + tenant,
        CREATED);
    return tenant;
  }

  /** A new, active technician without a policy. */
  public UUID technician(UUID tenant, String zone, String... skills) {
    var id = UUID.randomUUID();
    execute(
        tenant,
        """
        INSERT INTO technician (tenant_id, id, display_name, email, time_zone, skills, active,
          version, create_time, update_time)
        VALUES (?, ?, ?, 'technician@example.org', ?, ?, true, 1, ?, ?)
        """,
        tenant,
        id,
        "Technician " + id,
        zone,
        skills,
        CREATED,
        CREATED);
    return id;
  }

  /** Sets one column of a technician's own policy, which is made when there is none. */
  public void policy(UUID tenant, UUID technician, String column, Object value) {
    execute(
        tenant,
        """
        INSERT INTO technician_policy (tenant_id, technician_id, %1$s, version)
        VALUES (?, ?, ?, 1)
        ON CONFLICT (tenant_id, technician_id) DO UPDATE SET %1$s = excluded.%1$s
        """
            .formatted(column),
        tenant,
        technician,
        value);
  }

  /** A new customer. */
  public UUID customer(UUID tenant) {
    var id = UUID.randomUUID();
    execute(
        tenant,
        """
        INSERT INTO customer (tenant_id, id, display_name, email, phone, address,
          reminders_opt_out, version, create_time, update_time)
        VALUES (?, ?, ?, 'customer@example.org', '', '', false, 1, ?, ?)
        """,
        tenant,
        id,
        "Customer " + id,
        CREATED,
        CREATED);
    return id;
  }

  /** A key of a manager or an administrator. */
  public SeededKey key(UUID tenant, Role role) {
    return key(tenant, role, null, Set.of(), null);
  }

  /** A technician's own key. */
  public SeededKey technicianKey(UUID tenant, UUID technician) {
    return key(tenant, Role.TECHNICIAN, technician, Set.of(), null);
  }

  /** An integrator's key. */
  public SeededKey integratorKey(UUID tenant, Scope... scopes) {
    return key(tenant, null, null, Set.of(scopes), null);
  }

  /** A key with everything to choose. */
  public SeededKey key(
      UUID tenant,
      @Nullable Role role,
      @Nullable UUID technician,
      Set<Scope> scopes,
      @Nullable Instant expireTime) {
    var key = new SeededKey(tenant, UUID.randomUUID(), ApiKeySecrets.generate(RANDOM));
    execute(
        tenant,
        """
        INSERT INTO api_key (tenant_id, id, display_name, role, technician_id, scopes, prefix,
          create_time, expire_time)
        VALUES (?, ?, 'A key', ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        key.id(),
        role == null ? null : role.name(),
        technician,
        scopes.stream().map(Scope::label).toArray(String[]::new),
        ApiKeySecrets.shownPart(key.secret()),
        CREATED,
        expireTime);
    execute(
        tenant,
        "INSERT INTO api_key_secret (tenant_id, api_key_id, secret_hash) VALUES (?, ?, ?)",
        tenant,
        key.id(),
        ApiKeySecrets.hash(key.secret()));
    return key;
  }

  /** Runs any statement in the name of a tenant. */
  public int execute(UUID tenant, String sql, @Nullable Object... values) {
    try (var connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      enter(connection, tenant);
      try (var statement = connection.prepareStatement(sql)) {
        bind(statement, values);
        var changed = statement.executeUpdate();
        connection.commit();
        return changed;
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Cannot seed: " + sql, failure);
    }
  }

  /** How many rows of a table a tenant has. */
  public long count(UUID tenant, String table) {
    try (var connection = owner.getConnection()) {
      connection.setAutoCommit(false);
      enter(connection, tenant);
      try (var statement = connection.createStatement();
          var rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
        rows.next();
        return rows.getLong(1);
      }
    } catch (SQLException failure) {
      throw new IllegalStateException("Cannot count the rows of " + table, failure);
    }
  }

  private static void enter(Connection connection, UUID tenant) throws SQLException {
    try (var statement = connection.prepareStatement("SELECT set_config('app.tenant', ?, true)")) {
      statement.setString(1, tenant.toString());
      statement.execute();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      switch (values[i]) {
        case null -> statement.setObject(i + 1, null);
        case Instant instant ->
            statement.setObject(i + 1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
        case String[] texts ->
            statement.setArray(i + 1, statement.getConnection().createArrayOf("text", texts));
        case List<?> texts ->
            statement.setArray(
                i + 1, statement.getConnection().createArrayOf("text", texts.toArray()));
        case Object value -> statement.setObject(i + 1, value);
      }
    }
  }
}
