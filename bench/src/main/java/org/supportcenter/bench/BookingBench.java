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
  private static final double REQUIRED_P95 = 50;
  private static final double REQUIRED_MEDIAN_ALONE = 5;

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
      defaultValue = "180",
      description =
          "Seconds of unmeasured load before the first round: two thirds from 32 callers, and one"
              + " from a caller who leaves the JVM time to compile what they made it run often"
              + " (default: ${DEFAULT-VALUE}).")
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
        output.say("Warming up ...");
        rest(
            running,
            world,
            REQUIRED_CALLERS,
            Duration.ofSeconds(warmUp).multipliedBy(2).dividedBy(3));
        rest(running, world, 1, Duration.ofSeconds(warmUp).dividedBy(3));
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

  /**
   * What is asked of a booking: 1,000 a second or half of pgbench, whichever is lower, the slowest
   * twentieth within 50 ms, and within 5 ms for a caller who is alone.
   */
  private static Map<String, Object> verdict(List<Measured> rows) {
    var facts = new LinkedHashMap<String, Object>();
    for (var row : rows) {
      if (row.what().startsWith("REST")) {
        var pgbench = pgbench(rows, row.callers());
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
                  reached(row.perSecond() >= required)));
          facts.put(
              "slowest twentieth at " + REQUIRED_CALLERS,
              within(row.millis(0.95), REQUIRED_P95, pgbench.millis(0.95)));
        }
        if (row.callers() == 1) {
          facts.put(
              "median at 1", within(row.millis(0.5), REQUIRED_MEDIAN_ALONE, pgbench.millis(0.5)));
        }
      }
    }
    return facts;
  }

  private static Measured pgbench(List<Measured> rows, int callers) {
    return rows.stream()
        .filter(row -> row.callers() == callers)
        .filter(row -> row.what().startsWith("pgbench"))
        .findFirst()
        .orElseThrow();
  }

  private static String within(double millis, double most, double pgbench) {
    return String.format(
        Locale.ROOT,
        "%.1f ms, asked for under %.0f: %s (pgbench %.1f)",
        millis,
        most,
        reached(millis < most),
        pgbench);
  }

  private static String reached(boolean reached) {
    return reached ? "reached" : "missed";
  }
}
