package org.supportcenter.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.supportcenter.app.Main;

/** Our commands in processes of their own, from the jars a person at a terminal runs. */
public final class Programs {

  private static final Pattern CONFIGURING = Pattern.compile("(SUPPORT_CENTER|WEBHOOK)_.*|.*_URL");

  private static final Path TARGET = Path.of("target");

  /** What the package phase left: in a fixed order, as the JDK remembers starts of one only. */
  private static final String CLASS_PATH = classPath();

  /** The start every later process is quickened by, as the launcher has it. */
  private static final Path REMEMBERED = rememberStart();

  private Programs() {}

  /** A command with its arguments; nothing of this process's environment configures it. */
  public static ProcessBuilder command(List<String> arguments) {
    return java(List.of("-XX:AOTCache=" + REMEMBERED, "-Xlog:aot*=error"), arguments);
  }

  private static ProcessBuilder java(List<String> options, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", CLASS_PATH, Main.class.getName()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(CONFIGURING.asMatchPredicate());
    return builder;
  }

  private static String classPath() {
    try (Stream<Path> libraries = Files.list(TARGET.resolve("lib"))) {
      return Stream.concat(Stream.of(TARGET.resolve("support-center.jar")), libraries.sorted())
          .map(Path::toAbsolutePath)
          .map(Path::toString)
          .collect(Collectors.joining(":"));
    } catch (IOException missing) {
      throw new UncheckedIOException("These tests run what the package phase makes", missing);
    }
  }

  private static Path rememberStart() {
    var options = "start --rehearse --port 0 --engine-port 0 --data-dir";
    try {
      var directory = Files.createTempDirectory(TARGET.toAbsolutePath(), "rehearsal");
      var remembered = directory.resolve("start.aot");
      var log = directory.resolve("log").toFile();
      var arguments = new ArrayList<>(List.of(options.split(" ")));
      arguments.add(directory.resolve("data").toString());
      var status =
          java(List.of("-XX:AOTCacheOutput=" + remembered), arguments)
              .redirectErrorStream(true)
              .redirectOutput(log)
              .start()
              .waitFor();
      if (status != 0 || !Files.exists(remembered)) {
        throw new IllegalStateException("The rehearsal ended with %d: %s".formatted(status, log));
      }
      return remembered;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
