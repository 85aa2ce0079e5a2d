package org.supportcenter.app.console;

import picocli.CommandLine.Option;

/** The log options that every command has. */
public abstract sealed class LogOptions permits TextLogOptions, JsonLogOptions {
  static final String FORMAT_VARIABLE = "SUPPORT_CENTER_LOG_FORMAT";
  static final String FORMAT_MEANING = "How log lines look: text or json.";

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      defaultValue = "${env:SUPPORT_CENTER_LOG_LEVEL:-info}",
      description = "How much is logged: error, warn, info or debug.")
  private Logging.Detail level = Logging.Detail.INFO;

  abstract Logging.Format format();

  /** Begins to log as asked. */
  public final void apply() {
    Logging.toConsole(format(), level);
  }
}
