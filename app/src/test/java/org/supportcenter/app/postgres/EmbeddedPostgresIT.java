package org.supportcenter.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportcenter.app.database.DatabaseUrl;
import org.supportcenter.app.testing.Processes;

class EmbeddedPostgresIT {
  @TempDir Path directory;

  @Test
  void whatIsWrittenIsThereAfterAStopAndOnTheSamePort() throws Exception {
    DatabaseUrl before;
    try (var postgres = EmbeddedPostgres.start(directory)) {
      before = postgres.owner();
      execute(before, "CREATE TABLE kept AS SELECT 7 AS number");
    }
    try (var postgres = EmbeddedPostgres.start(directory)) {
      assertThat(postgres.owner()).isEqualTo(before);
      assertThat(query(postgres.owner(), "SELECT number FROM kept")).isEqualTo("7");
    }
  }

  @Test
  void nothingIsTradedAgainstDurability() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      for (var setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        assertThat(query(postgres.service(), "SHOW " + setting)).as(setting).isEqualTo("on");
      }
    }
  }

  @Test
  void neitherRoleIsSuperuserOrBypassesRowSecurity() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      for (var url : new DatabaseUrl[] {postgres.owner(), postgres.service()}) {
        assertThat(
                query(
                    url,
                    "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"))
            .as(url.user())
            .isEqualTo("f");
      }
    }
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      var url = postgres.owner();
      var guessed =
          new DatabaseUrl(url.hosts(), url.database(), url.user(), "guess", url.parameters());
      assertThatThrownBy(() -> connect(guessed)).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aKilledServerIsStartedAgainAndKeepsWhatWasCommitted() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      execute(postgres.owner(), "CREATE TABLE kept AS SELECT 7 AS number");
      var killed = serverProcess();
      kill(killed);
      assertThat(connectOnceBack(postgres.owner(), "SELECT number FROM kept")).isEqualTo("7");
      assertThat(serverProcess()).isNotEqualTo(killed);
    }
    assertThat(directory.resolve("pgdata/postmaster.pid")).doesNotExist();
  }

  @Test
  void aServerLeftRunningIsStoppedByTheNextStart() throws Exception {
    var orphaned = EmbeddedPostgres.start(directory);
    var orphan = serverProcess();
    orphaned.abandon();
    assertThat(Processes.isRunning(orphan)).isTrue();
    try (var postgres = EmbeddedPostgres.start(directory)) {
      assertThat(Processes.isRunning(orphan)).isFalse();
      assertThat(query(postgres.owner(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void aProcessNumberGivenToAnotherProgramDoesNotKeepItFromStarting() throws Exception {
    EmbeddedPostgres.start(directory).close();
    Files.writeString(
        directory.resolve("pgdata/postmaster.pid"),
        "%d%n/elsewhere%n0%n5432%n%n127.0.0.1%n0 0%nready%n"
            .formatted(ProcessHandle.current().pid()));
    try (var postgres = EmbeddedPostgres.start(directory)) {
      assertThat(query(postgres.owner(), "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void anInterruptedInitialisationIsBegunAnew() throws Exception {
    Files.createDirectories(directory.resolve("pgdata.partial/base"));
    try (var postgres = EmbeddedPostgres.start(directory)) {
      assertThat(query(postgres.owner(), "SELECT 1")).isEqualTo("1");
    }
    assertThat(directory.resolve("pgdata.partial")).doesNotExist();
  }

  @Test
  void erasingLeavesNoData() throws Exception {
    try (var postgres = EmbeddedPostgres.start(directory)) {
      execute(postgres.owner(), "CREATE TABLE gone AS SELECT 7 AS number");
    }
    EmbeddedPostgres.erase(directory);
    try (var postgres = EmbeddedPostgres.start(directory)) {
      assertThat(query(postgres.owner(), "SELECT to_regclass('gone')")).isNull();
    }
  }

  private long serverProcess() throws IOException {
    var lines = Files.readAllLines(directory.resolve("pgdata/postmaster.pid"));
    return Long.parseLong(lines.getFirst());
  }

  private static void kill(long pid) throws Exception {
    var process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().get(10, TimeUnit.SECONDS);
  }

  private static Connection connect(DatabaseUrl url) throws SQLException {
    return DriverManager.getConnection(url.jdbcUrl(), url.user(), url.password());
  }

  private static void execute(DatabaseUrl url, String sql) throws SQLException {
    try (var connection = connect(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static @Nullable String query(DatabaseUrl url, String sql) throws SQLException {
    try (var connection = connect(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Asks again until the server answers; 30 seconds at most. */
  private static @Nullable String connectOnceBack(DatabaseUrl url, String sql) throws SQLException {
    var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (true) {
      try {
        return query(url, sql);
      } catch (SQLException notYet) {
        if (System.nanoTime() > deadline) {
          throw notYet;
        }
        Thread.onSpinWait();
      }
    }
  }
}
