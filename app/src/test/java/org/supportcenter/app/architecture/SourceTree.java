package org.supportcenter.app.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The files of this repository that people write: nothing built, downloaded or generated. */
final class SourceTree {
  private static final Set<String> NOT_WRITTEN =
      Set.of("target", "node_modules", ".git", ".idea", ".vscode", ".support-center");
  private static final Path GENERATED = Path.of("src", "main", "generated");

  private SourceTree() {}

  /** The top of the repository: the nearest directory above that holds LICENSE. */
  static Path root() {
    var directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("LICENSE"))) {
      directory = directory.getParent();
      if (directory == null) {
        throw new IllegalStateException("the tests run outside of the repository");
      }
    }
    return directory;
  }

  /** Every written file, as a path relative to the root. */
  static List<Path> files() throws IOException {
    var root = root();
    var files = new ArrayList<Path>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            var written =
                !NOT_WRITTEN.contains(directory.getFileName().toString())
                    && !directory.endsWith(GENERATED);
            return written ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(root.relativize(file));
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  /** Written files whose names end in one of {@code suffixes}. */
  static List<Path> files(String... suffixes) throws IOException {
    return files().stream()
        .filter(file -> List.of(suffixes).stream().anyMatch(file.toString()::endsWith))
        .toList();
  }

  /** The text of a file; bytes that are no text read as Latin-1. */
  static String read(Path file) {
    try {
      return Files.readString(root().resolve(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
