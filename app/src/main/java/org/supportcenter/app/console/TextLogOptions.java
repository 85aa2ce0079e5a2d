package org.supportcenter.app.console;

import picocli.CommandLine.Option;

/** The log options of a command whose lines people read unless told otherwise. */
public final class TextLogOptions extends LogOptions {
  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "${env:" + FORMAT_VARIABLE + ":-text}",
      description = FORMAT_MEANING)
  private Logging.Format format = Logging.Format.TEXT;

  @Override
  Logging.Format format() {
    return format;
  }
}
