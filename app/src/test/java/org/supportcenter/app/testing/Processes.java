package org.supportcenter.app.testing;

/** Processes of this machine. */
public final class Processes {
  private Processes() {}

  /**
   * Whether a process runs. One that has ended keeps its number until its parent asks for its
   * status, and who inherits an orphan may never ask; such a process has no command line.
   */
  public static boolean isRunning(long pid) {
    return ProcessHandle.of(pid).flatMap(process -> process.info().commandLine()).isPresent();
  }
}
