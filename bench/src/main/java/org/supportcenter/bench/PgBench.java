package org.supportcenter.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * PostgreSQL's own load generator, running the statements of one booking on the same server: what
 * is left when everything of ours is taken away.
 */
final class PgBench {

  private static final String SCRIPT = "booking.pgbench.sql";

  /** Each connection books its own technicians, so that places never collide. */
  private static final int TECHNICIANS_PER_CALLER = 8;

  private static final int MOST_CALLERS = 128;

  /** Days further every round starts, so that rounds do not meet each other's visits. */
  private static final int DAYS_PER_ROUND = 2_000;

  private static final String TEAM =
      """
      WITH number AS (SELECT lpad(to_hex(i), 8, '0') AS hex FROM generate_series(0, ?) AS i),
        made AS (
          INSERT INTO technician (tenant_id, id, display_name, email, time_zone, skills, active,
            version, create_time, update_time)
          SELECT current_tenant(), (hex || '-0000-4000-8000-000000000000')::uuid, 'pgbench',
            'pgbench@example.com', 'Etc/UTC', '{}', true, 1, now(), now() FROM number)
      INSERT INTO customer (tenant_id, id, display_name, email, phone, address, reminders_opt_out,
        version, create_time, update_time)
      SELECT current_tenant(), (hex || '-0000-4000-8000-000000000001')::uuid, 'pgbench',
        'pgbench@example.com', '', '', false, 1, now(), now() FROM number
      """;

  private static final String CALLED_OFF =
      """
      UPDATE notification SET status = 'VOID', end_time = now(), lease = NULL,
        reason = 'The round is over.'
      WHERE tenant_id = current_tenant() AND status = 'PENDING'
      """;

  private final String program;
  private final String database;
  private final String tenant;
  private int rounds;

  private PgBench(String program, String database, String tenant) {
    this.program = program;
    this.database = database;
    this.tenant = tenant;
  }

  /**
   * Finds pgbench, which the embedded server does not bring along.
   *
   * @param database address with the owner's credentials
   * @throws IOException when it is not on this machine, with how to get it
   */
  static PgBench find(String database, String tenant) throws IOException {
    var candidates = new ArrayList<Path>();
    for (var directory : System.getenv("PATH").split(":", -1)) {
      candidates.add(Path.of(directory, "pgbench"));
    }
    var debian = Path.of("/usr/lib/postgresql");
    if (Files.isDirectory(debian)) {
      try (var versions = Files.list(debian)) {
        versions
            .sorted(Comparator.reverseOrder())
            .forEach(version -> candidates.add(version.resolve("bin/pgbench")));
      }
    }
    for (var candidate : candidates) {
      if (Files.isExecutable(candidate)) {
        var found = new PgBench(candidate.toString(), database, tenant);
        found.makeTeam();
        return found;
      }
    }
    throw new IOException(
        "pgbench is not installed; on Debian: apt-get install postgresql-contrib");
  }

  /** Runs the statements for {@code length} with {@code callers} connections. */
  Measured run(int callers, Duration length) throws IOException, InterruptedException {
    var directory = Files.createTempDirectory("support-center-pgbench");
    try (InputStream script = PgBench.class.getResourceAsStream(SCRIPT)) {
      if (script == null) {
        throw new IOException("The statements for pgbench are missing from the jar: " + SCRIPT);
      }
      var file = directory.resolve("booking.sql");
      Files.copy(script, file);
      var command =
          List.of(
              program,
              "--no-vacuum",
              "--protocol=prepared",
              "--client=" + callers,
              "--jobs=" + Math.min(2, callers),
              "--time=" + length.toSeconds(),
              "--define=tenant=" + tenant,
              "--define=base=" + DAYS_PER_ROUND * rounds++,
              "--define=n=0",
              "--file=" + file,
              "--log",
              "--log-prefix=" + directory.resolve("latency"),
              libpq(database));
      var process =
          new ProcessBuilder(command).redirectErrorStream(true).directory(directory.toFile());
      var started = process.start();
      var output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (started.waitFor() != 0) {
        throw new IOException("pgbench failed: " + output);
      }
      return new Measured(
          "pgbench, same statements", callers, length.toSeconds(), latencies(directory), 0);
    } finally {
      try (var files = Files.walk(directory)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /**
   * Calls off the mails that are still owed, so that sending those of one round does not slow down
   * the next; what a round's own mails cost stays in it.
   */
  void callOffMails() throws IOException {
    execute(CALLED_OFF);
  }

  /** Technicians and customers with the ids that the script counts up. */
  private void makeTeam() throws IOException {
    execute(TEAM, MOST_CALLERS * TECHNICIANS_PER_CALLER - 1);
  }

  /** Runs a statement in the name of the tenant. */
  private void execute(String sql, Object... values) throws IOException {
    var address = URI.create(database);
    var credentials = address.getUserInfo().split(":", 2);
    try (var connection =
            DriverManager.getConnection(
                "jdbc:postgresql://%s:%d%s"
                    .formatted(address.getHost(), address.getPort(), address.getPath()),
                credentials[0],
                credentials[1]);
        var settings = connection.prepareStatement("SELECT set_config('app.tenant', ?, false)");
        var statement = connection.prepareStatement(sql)) {
      settings.setString(1, tenant);
      settings.execute();
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IOException("The server refused the bench's own statement: " + e.getMessage(), e);
    }
  }

  /** Third column of pgbench's per-transaction log, microseconds. */
  private static long[] latencies(Path directory) throws IOException {
    var all = LongStream.builder();
    try (var files = Files.newDirectoryStream(directory, "latency.*")) {
      for (var file : files) {
        try (var lines = Files.lines(file)) {
          lines.forEach(line -> all.add(Long.parseLong(line.split(" ", -1)[2]) * 1_000));
        }
      }
    }
    return all.build().toArray();
  }

  private static String libpq(String database) {
    var uri = URI.create(database);
    var credentials = uri.getRawUserInfo();
    return "postgresql://%s@%s:%d%s?application_name=pgbench"
        .formatted(credentials, uri.getHost(), uri.getPort(), uri.getRawPath());
  }
}
