package org.supportcenter.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Where a bench says what it does, and where its figures go. */
final class Output {

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec bench;

  @Option(
      names = "--out",
      defaultValue = "bench-${COMMAND-NAME}.json",
      description = "Where the figures are kept (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("bench.json");

  /** Tells whoever waits what is done now. */
  void say(String what) {
    var out = bench().commandLine().getOut();
    out.println(what);
    out.flush();
  }

  /** Prints the figures and keeps them. */
  void report(List<Measured> rows, Map<String, Object> facts) throws IOException {
    Report.write(bench().name(), rows, facts, file, bench().commandLine().getOut());
  }

  private CommandSpec bench() {
    return Objects.requireNonNull(bench);
  }
}
