package org.supportcenter.app.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database and roles of a data directory. Nobody can log in as superuser: what only a superuser
 * may do is done once, before the server first starts.
 *
 * @param ownerPassword of {@link #OWNER}
 * @param enginePassword of {@link #ENGINE}
 * @param mailerPassword of {@link #MAILER}
 */
record Cluster(String ownerPassword, String enginePassword, String mailerPassword) {
  static final String DATABASE = "support_center";

  /** Owns database and tables, and migrates them. */
  static final String OWNER = "support_center_owner";

  /** What the engine connects as; row-level security holds for it. */
  static final String ENGINE = "support_center_engine";

  /** What the mailer connects as; it sees only what it delivers. */
  static final String MAILER = "support_center_mailer";

  private static final Logger log = LoggerFactory.getLogger(Cluster.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int PASSWORD_BYTES = 24;
  private static final String FILE = "support_center.properties";
  private static final String LOGINS = "host all all 127.0.0.1/32 scram-sha-256\n";

  /**
   * Opens the data directory, and makes it first if it is not there. It appears whole or not at
   * all: an interrupted initialisation is begun anew.
   */
  static Cluster openOrCreate(Path data, Path logFile, Binaries binaries, ServerUser user)
      throws IOException {
    if (!Files.exists(data)) {
      log.info("Initialising the database");
      var partial = data.resolveSibling(data.getFileName() + ".partial");
      FileTrees.delete(partial);
      create(partial, logFile, binaries, user);
      Files.move(partial, data, StandardCopyOption.ATOMIC_MOVE);
    }
    var properties = new Properties();
    try (var in = Files.newInputStream(data.resolve(FILE))) {
      properties.load(in);
    }
    var cluster =
        new Cluster(
            properties.getProperty(OWNER),
            properties.getProperty(ENGINE),
            properties.getProperty(MAILER, password()));
    if (!properties.containsKey(MAILER)) {
      cluster.addMailer(data, logFile, binaries, user);
    }
    return cluster;
  }

  /** Data directories of before there was a mailer have no role for it. */
  private void addMailer(Path data, Path logFile, Binaries binaries, ServerUser user)
      throws IOException {
    new Server(binaries, user, data, logFile).runAlone(mailerStatements());
    var whole = data.resolve(FILE + ".new");
    Files.deleteIfExists(whole);
    writeTo(whole);
    Files.move(
        whole,
        data.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static void create(Path data, Path logFile, Binaries binaries, ServerUser user)
      throws IOException {
    Files.createDirectory(data);
    user.giveAway(data);
    Commands.run(
        user.command(
            List.of(
                binaries.program("initdb"),
                "--pgdata=" + data,
                "--username=postgres",
                "--auth=reject",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions")));
    var cluster = new Cluster(password(), password(), password());
    new Server(binaries, user, data, logFile).runAlone(cluster.statements());
    Files.writeString(data.resolve("pg_hba.conf"), LOGINS);
    cluster.writeTo(data.resolve(FILE));
    user.giveAway(data);
  }

  private List<String> statements() {
    return Stream.concat(databaseStatements().stream(), mailerStatements().stream()).toList();
  }

  private List<String> mailerStatements() {
    return List.of(
        // After a crash the role may be there and its password lost.
        "DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '%s') THEN CREATE ROLE %s; END IF; END $$"
            .formatted(MAILER, MAILER),
        "ALTER ROLE %s LOGIN PASSWORD '%s'".formatted(MAILER, mailerPassword),
        "GRANT CONNECT ON DATABASE %s TO %s".formatted(DATABASE, MAILER));
  }

  private List<String> databaseStatements() {
    return List.of(
        "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(OWNER, ownerPassword),
        "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(ENGINE, enginePassword),
        "CREATE DATABASE %s OWNER %s".formatted(DATABASE, OWNER),
        "REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(DATABASE),
        "GRANT CONNECT ON DATABASE %s TO %s".formatted(DATABASE, ENGINE));
  }

  private void writeTo(Path file) throws IOException {
    var owned = PosixFilePermissions.fromString("rw-------");
    Files.createFile(file, PosixFilePermissions.asFileAttribute(owned));
    Files.writeString(
        file,
        "%s=%s%n%s=%s%n%s=%s%n"
            .formatted(OWNER, ownerPassword, ENGINE, enginePassword, MAILER, mailerPassword),
        StandardCharsets.UTF_8,
        StandardOpenOption.WRITE);
  }

  private static String password() {
    var bytes = new byte[PASSWORD_BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
