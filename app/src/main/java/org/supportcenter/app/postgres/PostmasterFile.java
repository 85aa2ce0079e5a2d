package org.supportcenter.app.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server says about itself in {@code postmaster.pid}.
 *
 * @param pid its process, or whatever has that number by now
 * @param ready whether it accepts connections
 */
record PostmasterFile(long pid, boolean ready) {
  private static final String NAME = "postmaster.pid";

  /** Where PostgreSQL writes its state, counted from 0. */
  private static final int STATE_LINE = 7;

  /** Reads the file; null if there is none, or it is half written. */
  static @Nullable PostmasterFile read(Path data) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(data.resolve(NAME), StandardCharsets.UTF_8);
    } catch (NoSuchFileException none) {
      return null;
    }
    if (lines.isEmpty() || !lines.getFirst().matches("\\d{1,10}")) {
      return null;
    }
    var ready = lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready");
    return new PostmasterFile(Long.parseLong(lines.getFirst()), ready);
  }

  static void delete(Path data) throws IOException {
    Files.deleteIfExists(data.resolve(NAME));
  }

  /** Whether that process is alive and a server of this very directory. */
  boolean belongsToServerOf(Path data) {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .flatMap(process -> process.info().commandLine())
        .filter(line -> line.contains(data.toString()))
        .isPresent();
  }
}
