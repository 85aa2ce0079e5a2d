package org.supportcenter.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  private final String program;
  private final String database;
  private final String tenant;

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
        return new PgBench(candidate.toString(), database, tenant);
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
      // Every run books at times of its own, so that runs do not meet each other's visits.
      var run = System.currentTimeMillis() / 1000 % 100_000;
      var command =
          List.of(
              program,
              "--no-vacuum",
              "--protocol=prepared",
              "--client=" + callers,
              "--jobs=" + Math.min(2, callers),
              "--time=" + length.toSeconds(),
              "--define=tenant='" + tenant + "'",
              "--define=run=" + run,
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
