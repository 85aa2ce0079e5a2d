package org.supportcenter.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.supportcenter.solver.route.RouteSolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How good plans are after some time. */
@Command(
    name = "plan",
    description = {
      "Plans 200 visits for 20 technicians over the whole product and repairs a day; or, with",
      "--instance, routes a public instance (Solomon, Gehring and Homberger) with the same search."
    },
    mixinStandardHelpOptions = true)
final class PlanBench implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--instance",
      split = ",",
      description = "Files of routing instances, as public archives have them.")
  private List<Path> instances = List.of();

  @Option(
      names = "--best",
      split = ",",
      description = "Best known distance of each instance, to tell the gap to.")
  private double[] best = {};

  @Option(
      names = "--vehicles",
      description = "Most vehicles, when there are to be fewer than the instance allows.")
  private int vehicles;

  @Option(
      names = "--seconds",
      split = ",",
      defaultValue = "10,60,300",
      description = "Lengths of the searches, each one anew (default: ${DEFAULT-VALUE}).")
  private int[] seconds = {};

  @Mixin private Launch launch = new Launch();

  @Option(
      names = "--out",
      defaultValue = "bench-plan.json",
      description = "Where the figures are kept (default: ${DEFAULT-VALUE}).")
  private Path file = Path.of("bench-plan.json");

  @Override
  public Integer call() throws IOException, InterruptedException {
    var command = Objects.requireNonNull(spec).commandLine();
    if (best.length > 0 && best.length != instances.size()) {
      throw new ParameterException(command, "--best needs one distance per --instance");
    }
    var out = command.getOut();
    var rows = new ArrayList<Map<String, Object>>();
    var targets = new LinkedHashMap<String, Object>();
    if (instances.isEmpty()) {
      out.println("Starting Support Center ...");
      out.flush();
      try (var running = launch.start()) {
        var team = PlanTeam.create(running.gateway(), running.adminKey());
        for (var length : seconds) {
          rows.add(show(team.plan(length), out));
        }
        rows.add(show(team.repair(), out));
      }
      targets.putAll(PlanTargets.of(rows));
      targets.forEach((target, result) -> out.println(target + ": " + result));
    } else {
      for (int i = 0; i < instances.size(); i++) {
        for (var length : seconds) {
          rows.add(show(route(instances.get(i), i, length), out));
        }
      }
    }
    Files.write(
        file,
        new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsBytes(
                Map.of(
                    "bench",
                    "plan",
                    "machine",
                    Report.machine(),
                    "targets",
                    targets,
                    "rows",
                    rows)));
    out.println("Kept in " + file);
    return 0;
  }

  private static Map<String, Object> show(Map<String, Object> row, PrintWriter out) {
    var line = new ArrayList<String>();
    row.forEach((name, value) -> line.add(name + " " + value));
    out.println(String.join(", ", line));
    out.flush();
    return row;
  }

  private Map<String, Object> route(Path path, int index, int length) throws IOException {
    var read = VrptwInstance.read(path);
    var instance = vehicles > 0 ? read.withVehicles(vehicles) : read;
    var processor = ManagementFactory.getThreadMXBean();
    var before = processor.getCurrentThreadCpuTime();
    var found =
        RouteSolver.plain()
            .solve(
                new VrptwModel(instance),
                List.of(),
                List.of(),
                Duration.ofSeconds(length),
                _ -> true);
    var row = new LinkedHashMap<String, Object>();
    row.put("instance", instance.name());
    row.put("seconds", length);
    row.put(
        "processor seconds",
        Duration.ofNanos(processor.getCurrentThreadCpuTime() - before).toSeconds());
    row.put("left out", instance.places().size() - 1 - served(found));
    row.put("vehicles", found.routes().stream().filter(route -> !route.isEmpty()).count());
    row.put("distance", String.format(Locale.ROOT, "%.2f", instance.distance(found.routes())));
    row.put("moves", found.moves());
    if (best.length > 0) {
      var gap = 100 * (instance.distance(found.routes()) / best[index] - 1);
      row.put("gap percent", String.format(Locale.ROOT, "%.2f", gap));
    }
    return row;
  }

  private static int served(RouteSolver.Found found) {
    return found.routes().stream().mapToInt(List::size).sum();
  }
}
