package org.supportcenter.app.keys;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.access.ApiKeySecrets;
import org.supportcenter.runtime.database.SqlFailure;

/** The API keys of any tenant, for whoever runs the database: the way in before there is a key. */
public final class OwnerKeys {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final DataSource owner;

  public OwnerKeys(DataSource owner) {
    this.owner = owner;
  }

  /** A new key with the role of an administrator; returns its secret, which is not stored. */
  public String createAdmin(UUID tenant, String displayName, Instant now) throws SQLException {
    return store(tenant, new NewKey(displayName, "ADMIN", null, List.of()), now);
  }

  /** A new key; returns its secret, which is not stored; null if its technician is unknown. */
  @Nullable String create(UUID tenant, NewKey key, Instant now) throws SQLException {
    try {
      return store(tenant, key, now);
    } catch (SQLException refused) {
      if (SqlFailure.refersToNothing(refused) && key.technician() != null) {
        return null;
      }
      throw refused;
    }
  }

  private String store(UUID tenant, NewKey key, Instant now) throws SQLException {
    var secret = ApiKeySecrets.generate(RANDOM);
    var id = UUID.randomUUID();
    try (var connection = open(tenant)) {
      insertKey(connection, tenant, id, key, ApiKeySecrets.shownPart(secret), now);
      insertSecret(connection, tenant, id, ApiKeySecrets.hash(secret));
      connection.commit();
    }
    return secret;
  }

  private static void insertKey(
      Connection connection, UUID tenant, UUID id, NewKey key, String prefix, Instant now)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            INSERT INTO api_key
              (tenant_id, id, display_name, role, technician_id, scopes, prefix, create_time)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)) {
      statement.setObject(1, tenant);
      statement.setObject(2, id);
      statement.setString(3, key.displayName());
      statement.setString(4, key.role());
      statement.setObject(5, key.technician());
      statement.setArray(6, connection.createArrayOf("text", key.scopes().toArray()));
      statement.setString(7, prefix);
      statement.setObject(8, now.atOffset(ZoneOffset.UTC));
      statement.executeUpdate();
    }
  }

  private static void insertSecret(Connection connection, UUID tenant, UUID id, byte[] hash)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "INSERT INTO api_key_secret (tenant_id, api_key_id, secret_hash) VALUES (?, ?, ?)")) {
      statement.setObject(1, tenant);
      statement.setObject(2, id);
      statement.setBytes(3, hash);
      statement.executeUpdate();
    }
  }

  /** The tenant's keys, oldest first. */
  List<KeyEntry> list(UUID tenant) throws SQLException {
    try (var connection = open(tenant);
        var statement =
            connection.prepareStatement(
                """
                SELECT id, display_name, role, scopes, prefix, create_time, last_use_time, revoke_time
                FROM api_key WHERE tenant_id = ? ORDER BY create_time, id
                """)) {
      statement.setObject(1, tenant);
      try (var rows = statement.executeQuery()) {
        var keys = new ArrayList<KeyEntry>();
        while (rows.next()) {
          keys.add(
              new KeyEntry(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getString(3),
                  List.of((String[]) rows.getArray(4).getArray()),
                  rows.getString(5),
                  rows.getObject(6, OffsetDateTime.class).toInstant(),
                  instant(rows.getObject(7, OffsetDateTime.class)),
                  instant(rows.getObject(8, OffsetDateTime.class))));
        }
        return keys;
      }
    }
  }

  /** Stops a key for good; false if the tenant has no such key. Engines notice within seconds. */
  boolean revoke(UUID tenant, UUID key, Instant now) throws SQLException {
    try (var connection = open(tenant);
        var statement =
            connection.prepareStatement(
                """
                UPDATE api_key SET revoke_time = coalesce(revoke_time, ?)
                WHERE tenant_id = ? AND id = ?
                """)) {
      statement.setObject(1, now.atOffset(ZoneOffset.UTC));
      statement.setObject(2, tenant);
      statement.setObject(3, key);
      var found = statement.executeUpdate() > 0;
      connection.commit();
      return found;
    }
  }

  /** A transaction in the tenant's name: row-level security binds the owner too. */
  private Connection open(UUID tenant) throws SQLException {
    var connection = owner.getConnection();
    try {
      connection.setAutoCommit(false);
      try (var statement =
          connection.prepareStatement("SELECT set_config('app.tenant', ?, true)")) {
        statement.setString(1, tenant.toString());
        statement.execute();
      }
      return connection;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
