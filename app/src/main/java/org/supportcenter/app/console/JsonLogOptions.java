package org.supportcenter.app.console;

import picocli.CommandLine.Option;

/** The log options of a process whose lines machines collect unless told otherwise. */
public final class JsonLogOptions extends LogOptions {
  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "${env:" + FORMAT_VARIABLE + ":-json}",
      description = FORMAT_MEANING)
  private Logging.Format format = Logging.Format.JSON;

  @Override
  Logging.Format format() {
    return format;
  }
}
