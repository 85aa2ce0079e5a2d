package org.supportcenter.mailer.testing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process that is killed without warning and begun again. */
public final class Victim implements AutoCloseable {

  private final File log;
  private final List<String> command;
  private Process process;

  /**
   * Begins it.
   *
   * @param log where its output goes, behind what is there
   * @param program whose {@code main} it runs
   */
  public Victim(File log, Class<?> program, String... arguments) throws IOException {
    this.log = log;
    command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-cp"));
    // Surefire keeps the class path in a property of its own.
    var own = System.getProperty("java.class.path");
    command.add(System.getProperty("surefire.test.class.path", own));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    process = begin();
  }

  private Process begin() throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  /** SIGKILL, and a new one. */
  public void killAndBeginAgain() throws IOException {
    kill();
    process = begin();
  }

  /** SIGKILL; it is dead when this returns. */
  public void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
