package org.supportcenter.app;

import org.supportcenter.app.cli.SupportCenter;

/** Where every process begins. */
public final class Main {
  private Main() {}

  /** Runs the command line and ends with its status. */
  public static void main(String[] arguments) {
    System.exit(SupportCenter.run(arguments));
  }
}
