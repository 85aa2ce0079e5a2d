package org.supportcenter.mailer.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java process that is killed without warning and begun again. */
final class Victim implements AutoCloseable {

  private final List<String> command;
  private Process process;

  Victim(Class<?> program, String... arguments) throws IOException {
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
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** SIGKILL, and a new one. */
  void killAndBeginAgain() throws IOException {
    kill();
    process = begin();
  }

  private void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
