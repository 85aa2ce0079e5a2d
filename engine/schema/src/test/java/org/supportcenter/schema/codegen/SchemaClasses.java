package org.supportcenter.schema.codegen;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.supportcenter.schema.Migrations;
import org.supportcenter.schema.Xid8Binding;

/**
 * Generates the jOOQ classes: an empty PostgreSQL is started and migrated, and its tables are read
 * back. Run by the {@code codegen} profile with the directory to write into.
 */
final class SchemaClasses {
  static final Path COMMITTED = Path.of("src/main/generated");

  private static final String SERVICE_ROLE = "support_center";

  private SchemaClasses() {}

  public static void main(String[] args) throws Exception {
    generate(Path.of(args[0]));
  }

  /**
   * Writes the classes of the newest schema under {@code directory}, and removes those of dropped
   * tables.
   */
  static void generate(Path directory) throws Exception {
    try (var postgres = EmbeddedPostgres.start()) {
      try (var connection = postgres.getPostgresDatabase().getConnection();
          var statement = connection.createStatement()) {
        statement.execute("CREATE ROLE " + SERVICE_ROLE);
      }
      Migrations.apply(postgres.getPostgresDatabase(), new Migrations.Roles(SERVICE_ROLE, ""));
      GenerationTool.generate(
          configuration(postgres.getJdbcUrl("postgres", "postgres"), directory));
    }
  }

  private static Configuration configuration(String url, Path directory) {
    var database =
        new Database()
            .withInputSchema("public")
            .withOutputSchemaToDefault(true)
            .withExcludes("flyway_schema_history")
            .withIncludeRoutines(false)
            .withIncludeCheckConstraints(false)
            .withForcedTypes(
                new ForcedType()
                    .withName("INSTANT")
                    .withIncludeTypes("(?i:timestamptz|timestamp.*with time zone)"),
                new ForcedType()
                    .withUserType(Long.class.getName())
                    .withBinding(Xid8Binding.class.getName())
                    .withIncludeTypes("xid8"));
    var generate = new Generate().withRecords(true).withPojos(false).withDaos(false);
    var target =
        new Target()
            .withPackageName("org.supportcenter.schema.jooq")
            .withDirectory(directory.toString());
    return new Configuration()
        .withLogging(Logging.WARN)
        .withJdbc(new Jdbc().withDriver("org.postgresql.Driver").withUrl(url))
        .withGenerator(
            new Generator().withDatabase(database).withGenerate(generate).withTarget(target));
  }
}
