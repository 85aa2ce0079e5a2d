package org.supportcenter.app.postgres;

import java.util.List;
import org.supportcenter.app.console.UserError;

/** PostgreSQL, or a program of it, gave up; what it printed says why. */
final class ServerFailure extends UserError {
  private static final long serialVersionUID = 1L;
  private static final List<String> TELLING = List.of("PANIC:", "FATAL:", "error:", "ERROR:");

  private final boolean predecessorLeaving;

  private ServerFailure(String sentence, boolean predecessorLeaving) {
    super(sentence);
    this.predecessorLeaving = predecessorLeaving;
  }

  static ServerFailure of(String output, int status) {
    return new ServerFailure(
        sentence(output, status), output.contains("pre-existing shared memory block"));
  }

  /**
   * Whether processes of a server killed a moment ago still hold its memory. They leave by
   * themselves, so the next attempt may succeed.
   */
  boolean predecessorLeaving() {
    return predecessorLeaving;
  }

  private static String sentence(String output, int status) {
    if (output.contains("No space left on device")) {
      return "The disk is full: PostgreSQL could not write its files; free some space and start again.";
    }
    if (output.contains("Read-only file system") || output.contains("Permission denied")) {
      return "PostgreSQL may not write to its data directory; choose another --data-dir or change its permissions.";
    }
    for (var word : TELLING) {
      for (var line : output.lines().toList()) {
        if (line.contains(word)) {
          var said = line.substring(line.indexOf(word) + word.length()).strip();
          return "PostgreSQL did not start: %s.".formatted(said);
        }
      }
    }
    return "PostgreSQL ended at once with status %d.".formatted(status);
  }
}
