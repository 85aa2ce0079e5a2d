package org.supportcenter.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.supportcenter.app.console.UserError;
import org.supportcenter.app.database.DatabaseUrl;

/**
 * A PostgreSQL server kept in a directory. While this object is open the server is started again
 * whenever it ends, on the same port; closing stops it cleanly. If this process is killed the
 * server lives on, and the next {@link #start} on the directory stops it first.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  private static final long LARGEST_LOG_BYTES = 10_000_000;

  private final Supervisor supervisor;
  private final Cluster cluster;
  private final int port;

  private EmbeddedPostgres(Supervisor supervisor, Cluster cluster, int port) {
    this.supervisor = supervisor;
    this.cluster = cluster;
    this.port = port;
  }

  /**
   * Starts the server of {@code directory} and makes its database first if there is none.
   *
   * @param directory exists, and no other process uses it
   * @throws UserError if PostgreSQL cannot run here
   */
  public static EmbeddedPostgres start(Path directory) throws IOException {
    var root = directory.toRealPath();
    var user = ServerUser.detect();
    var binaries = Binaries.unpackedIn(root);
    var logFile = rotated(root.resolve("postgresql.log"));
    var data = data(root);
    var server = new Server(binaries, user, data, logFile);
    server.stopOrphan();
    var cluster = Cluster.openOrCreate(data, logFile, binaries, user);
    user.giveAway(data);
    var port = RememberedPort.of(data);
    return new EmbeddedPostgres(Supervisor.start(server, port), cluster, port);
  }

  /**
   * Deletes the database of {@code directory}, if there is one, after stopping what may still run
   * on it.
   *
   * @param directory exists, and no other process uses it
   */
  public static void erase(Path directory) throws IOException {
    var root = directory.toRealPath();
    var data = data(root);
    if (Files.exists(data)) {
      var logFile = root.resolve("postgresql.log");
      new Server(Binaries.unpackedIn(root), ServerUser.detect(), data, logFile).stopOrphan();
      FileTrees.delete(data);
    }
  }

  /** The database, as the role that owns and migrates it. */
  public DatabaseUrl owner() {
    return url(Cluster.OWNER, cluster.ownerPassword());
  }

  /** The database, as the role the engine serves with. */
  public DatabaseUrl service() {
    return url(Cluster.ENGINE, cluster.enginePassword());
  }

  /** The database, as the role the mailer delivers with. */
  public DatabaseUrl mailer() {
    return url(Cluster.MAILER, cluster.mailerPassword());
  }

  private DatabaseUrl url(String role, String password) {
    return DatabaseUrl.local(port, Cluster.DATABASE, role, password);
  }

  @Override
  public void close() {
    supervisor.close();
  }

  /** Leaves the server running and unwatched, as a killed process does. */
  void abandon() {
    supervisor.abandon();
  }

  private static Path data(Path root) {
    return root.resolve("pgdata");
  }

  private static Path rotated(Path logFile) throws IOException {
    if (Files.exists(logFile) && Files.size(logFile) > LARGEST_LOG_BYTES) {
      var earlier = logFile.resolveSibling("postgresql.log.1");
      Files.move(logFile, earlier, StandardCopyOption.REPLACE_EXISTING);
    }
    return logFile;
  }
}
