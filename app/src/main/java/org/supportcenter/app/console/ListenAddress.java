package org.supportcenter.app.console;

import picocli.CommandLine.Option;

/** Where a process listens. */
public final class ListenAddress {
  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "${env:SUPPORT_CENTER_HOST:-127.0.0.1}",
      description = "Address to listen on; 0.0.0.0 is reached from other machines.")
  private String host = "";

  /** A name or number of this machine. */
  public String host() {
    return host;
  }
}
