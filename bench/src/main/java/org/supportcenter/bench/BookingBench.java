package org.supportcenter.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Bookings per second through the whole product, beside PostgreSQL alone. */
@Command(
    name = "booking",
    description =
        "Creates through REST and gRPC, 1 to 64 callers, fsync on, everything on this machine;"
            + " in turn with pgbench running the same statements on the same server.",
    mixinStandardHelpOptions = true)
final class BookingBench implements Callable<Integer> {

  private static final int REQUIRED_PER_SECOND = 1_000;
  private static final int REQUIRED_CALLERS = 32;

  @Option(
      names = "--callers",
      split = ",",
      defaultValue = "1,8,32,64",
      description = "How many call at once (default: ${DEFAULT-VALUE}).")
  private int[] callers = {};

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "Length of each round (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      paramLabel = "<seconds>",
      defaultValue = "40",
      description =
          "Seconds of unmeasured load before the first round, in which the JVM compiles what it runs"
              + " often (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Option(
      names = "--technicians",
      defaultValue = "400",
      description = "Size of the team that is booked (default: ${DEFAULT-VALUE}).")
  private int technicians;

  @Mixin private Launch launch = new Launch();

  @Mixin private Output output = new Output();

  @Override
  public Integer call() throws IOException, InterruptedException {
    output.say("Starting Support Center ...");
    try (var running = launch.start()) {
      var pgbench = PgBench.find(running.database(), running.tenant());
      var world = World.create(running.gateway(), running.adminKey(), technicians, technicians);
      var channel = GrpcBooker.channel(running.gateway().replace("http://", ""));
      try {
        rest(running, world, REQUIRED_CALLERS, Duration.ofSeconds(warmUp));
        var rows = new ArrayList<Measured>();
        for (var count : callers) {
          output.say("Measuring with " + count + " callers ...");
          pgbench.callOffMails();
          rows.add(rest(running, world, count, length()));
          pgbench.callOffMails();
          rows.add(
              Load.run(
                  "gRPC through the gateway",
                  count,
                  length(),
                  () -> new GrpcBooker(channel, running.adminKey()),
                  world::next));
          pgbench.callOffMails();
          rows.add(pgbench.run(count, length()));
        }
        output.report(rows, verdict(rows));
      } finally {
        channel.shutdownNow();
      }
    }
    return 0;
  }

  private Duration length() {
    return Duration.ofSeconds(seconds);
  }

  private static Measured rest(Running running, World world, int count, Duration length)
      throws IOException, InterruptedException {
    return Load.run(
        "REST through the gateway",
        count,
        length,
        () -> new RestBooker(running.gateway(), running.adminKey()),
        world::next);
  }

  /** What is asked of a booking: 1,000 a second or half of pgbench, whichever is lower. */
  private static Map<String, Object> verdict(List<Measured> rows) {
    var facts = new LinkedHashMap<String, Object>();
    for (var row : rows) {
      if (row.what().startsWith("REST")) {
        var pgbench =
            rows.stream()
                .filter(other -> other.callers() == row.callers())
                .filter(other -> other.what().startsWith("pgbench"))
                .findFirst()
                .orElseThrow();
        facts.put(
            "REST / pgbench at " + row.callers(),
            String.format(Locale.ROOT, "%.2f", row.perSecond() / pgbench.perSecond()));
        if (row.callers() == REQUIRED_CALLERS) {
          var required = Math.min(REQUIRED_PER_SECOND, pgbench.perSecond() / 2);
          facts.put(
              "target at " + REQUIRED_CALLERS,
              String.format(
                  Locale.ROOT,
                  "%.0f per second: %s",
                  required,
                  row.perSecond() >= required ? "reached" : "missed"));
        }
      }
    }
    return facts;
  }
}
