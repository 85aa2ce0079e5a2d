package org.supportcenter.app.start;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.supportcenter.app.console.UserError;

/**
 * Where one start keeps everything. Only one process may use it at a time; the lock goes with the
 * process, however it ends.
 */
final class DataDirectory implements AutoCloseable {
  private static final long SMALLEST_FREE_BYTES = 300L << 20;

  private final Path root;
  private final FileChannel lock;

  private DataDirectory(Path root, FileChannel lock) {
    this.root = root;
    this.lock = lock;
  }

  /**
   * Opens the directory, and makes it first if it is not there.
   *
   * @throws UserError if another process uses it, or the disk is all but full
   */
  static DataDirectory open(Path path) throws IOException {
    try {
      if (!Files.isDirectory(path)) {
        var owned = PosixFilePermissions.fromString("rwx------");
        Files.createDirectories(path, PosixFilePermissions.asFileAttribute(owned));
      }
    } catch (FileAlreadyExistsException notDirectory) {
      throw new UserError(
          "%s is a file; choose another --data-dir.".formatted(notDirectory.getFile()),
          notDirectory);
    }
    var root = path.toRealPath();
    requireSpace(root);
    return new DataDirectory(root, lock(root));
  }

  private static void requireSpace(Path root) {
    // Not of its FileStore, which a directory without a mount point has not, as in a chroot.
    var free = root.toFile().getUsableSpace();
    if (free < SMALLEST_FREE_BYTES) {
      throw new UserError(
          "The disk of %s is full: %d MB are free and %d MB are needed; free some space or choose another --data-dir."
              .formatted(root, free >> 20, SMALLEST_FREE_BYTES >> 20));
    }
  }

  private static FileChannel lock(Path root) throws IOException {
    var file = root.resolve("lock");
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    if (channel.tryLock() == null) {
      var holder = Files.readString(file).strip();
      channel.close();
      throw new UserError(
          "Another start (process %s) uses %s; stop it first or choose another --data-dir."
              .formatted(holder, root));
    }
    var pid = ProcessHandle.current().pid() + "\n";
    channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)), 0);
    return channel;
  }

  Path root() {
    return root;
  }

  /** What other programs read to find the running processes. */
  Path runFile() {
    return root.resolve("run.json");
  }

  /** The tenants and keys made at the first start. */
  Path credentials() {
    return root.resolve("credentials.json");
  }

  Path log() {
    return root.resolve("support-center.log");
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
