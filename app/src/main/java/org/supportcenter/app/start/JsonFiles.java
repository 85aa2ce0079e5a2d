package org.supportcenter.app.start;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The JSON files of a data directory. They hold credentials: only their owner may read them. */
final class JsonFiles {
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final ObjectWriter WRITER = MAPPER.writerWithDefaultPrettyPrinter();

  private JsonFiles() {}

  /** Writes the file at once and whole: a reader sees the old one or the new one. */
  static void write(Path file, Object content) throws IOException {
    var partial = file.resolveSibling(file.getFileName() + ".partial");
    Files.deleteIfExists(partial);
    var owned = PosixFilePermissions.fromString("rw-------");
    Files.createFile(partial, PosixFilePermissions.asFileAttribute(owned));
    Files.writeString(partial, WRITER.writeValueAsString(content) + "\n");
    Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
  }

  static <T> T read(Path file, Class<T> type) throws IOException {
    return MAPPER.readValue(file.toFile(), type);
  }
}
