package org.supportcenter.compose;

import java.io.Serial;
import java.nio.file.Path;

/**
 * A file with the wording of a language cannot be used; the message names file, line and mistake.
 */
public final class LanguageFileException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  LanguageFileException(Path file, String problem) {
    super("%s: %s".formatted(file, problem));
  }

  LanguageFileException(Path file, int line, String problem) {
    super("%s, line %d: %s".formatted(file, line, problem));
  }
}
