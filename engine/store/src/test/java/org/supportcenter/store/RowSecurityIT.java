package org.supportcenter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Role;
import org.supportcenter.testkit.PostgresExtension;

/** Reads the catalogue, so that a table added later cannot forget what all others do. */
class RowSecurityIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final String TABLES =
      """
      FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
      WHERE t.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND t.relname <> 'flyway_schema_history'
      """;

  @Test
  void everyTableForcesRowSecurityOnItsOwnerToo() {
    var open =
        column(
            "SELECT t.relname " + TABLES + " AND NOT (t.relrowsecurity AND t.relforcerowsecurity)");

    assertThat(column("SELECT t.relname " + TABLES)).isNotEmpty();
    assertThat(open).isEmpty();
  }

  @Test
  void everyKeyBeginsWithTheTenant() {
    var others =
        column(
            """
            SELECT c.conname
            FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
              JOIN pg_namespace n ON n.oid = t.relnamespace
              JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1]
            WHERE c.contype IN ('p', 'f') AND n.nspname = 'public'
              AND t.relname <> 'flyway_schema_history' AND a.attname <> 'tenant_id'
            """);

    assertThat(others).isEmpty();
  }

  @Test
  void withoutATenantNothingIsVisible() {
    var tenant = postgres.seeds().tenant();
    postgres.seeds().customer(tenant);
    postgres.seeds().technician(tenant, "Europe/Berlin");
    postgres.seeds().key(tenant, Role.ADMIN);

    for (var table : column("SELECT t.oid::regclass " + TABLES)) {
      assertThat(column("SELECT count(*) FROM " + table)).as(table).containsExactly("0");
    }
  }

  @Test
  void aSettingThatIsNoTenantShowsNothing() {
    assertThat(column("SELECT count(*) FROM technician, set_config('app.tenant', '', true)"))
        .containsExactly("0");
  }

  @Test
  void theServiceRoleMayNotBypassRowSecurityNorChangeTheSchema() {
    assertThat(
            column(
                """
                SELECT rolname FROM pg_roles
                WHERE rolname = current_user AND (rolsuper OR rolbypassrls OR rolcreaterole)
                """))
        .isEmpty();
    assertThat(column("SELECT has_schema_privilege('public', 'CREATE')")).containsExactly("f");
    assertThat(column("SELECT t.relname " + TABLES + " AND pg_has_role(t.relowner, 'USAGE')"))
        .isEmpty();
  }

  private static List<String> column(String sql) {
    try (var connection = postgres.service().getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var values = new ArrayList<String>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    } catch (SQLException failure) {
      throw new IllegalStateException(sql, failure);
    }
  }
}
