package org.supportcenter.app.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.app.console.UserError;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs, unpacked from the archive on the classpath. */
final class Binaries {
  private static final Logger log = LoggerFactory.getLogger(Binaries.class);

  private final Path home;

  private Binaries(Path home) {
    this.home = home;
  }

  /**
   * Unpacks the programs below {@code directory} unless that version is there already.
   *
   * @throws UserError if there is no PostgreSQL for this machine
   */
  static Binaries unpackedIn(Path directory) throws IOException {
    var home = directory.resolve("postgresql-" + version());
    if (!Files.exists(home)) {
      log.info("Unpacking PostgreSQL {}", version());
      // Renamed only when whole, so that an interrupted start leaves nothing that looks complete.
      var partial = directory.resolve(home.getFileName() + ".partial");
      FileTrees.delete(partial);
      unpack(partial);
      Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
    }
    return new Binaries(home);
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  Path home() {
    return home;
  }

  private static String version() throws IOException {
    try (var in = Binaries.class.getResourceAsStream("version.txt")) {
      if (in == null) {
        throw new IOException("version.txt is not on the classpath");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private static void unpack(Path target) throws IOException {
    var archive = "/postgres-%s-%s.txz".formatted(system(), processor());
    try (InputStream in = Binaries.class.getResourceAsStream(archive)) {
      if (in == null) {
        throw new UserError(
            "There is no embedded PostgreSQL for this machine (%s); set DATABASE_URL and run the engine and gateway commands instead."
                .formatted(archive.substring(1)));
      }
      try (var tar =
          new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in, 1 << 16)))) {
        for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
          unpack(tar, entry, target);
        }
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    var path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("archive entry leaves its directory: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
    } else if (entry.isSymbolicLink()) {
      Files.createDirectories(path.getParent());
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else {
      Files.createDirectories(path.getParent());
      Files.copy(tar, path);
      var executable = (entry.getMode() & 0b001_000_000) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  private static String system() {
    var name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "darwin" : name.replace(' ', '_');
  }

  private static String processor() {
    var name = System.getProperty("os.arch", "");
    return switch (name) {
      case "amd64", "x86_64" -> "x86_64";
      case "aarch64", "arm64" -> "arm_64";
      default -> name;
    };
  }
}
