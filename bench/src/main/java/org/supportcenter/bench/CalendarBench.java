package org.supportcenter.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long a month of a team's calendar takes to read, in the two dialects of browsers. */
@Command(
    name = "calendar",
    description = "Reads a month of visits through the gateway, as JSON and over gRPC-Web.",
    mixinStandardHelpOptions = true)
final class CalendarBench implements Callable<Integer> {

  private static final int CALLERS = 8;
  private static final int VISITS_OF_A_TECHNICIAN = 100;
  private static final Duration MONTH = Duration.ofDays(31);

  @Mixin private Launch launch = new Launch();

  @Mixin private Output output = new Output();

  @Option(
      names = "--visits",
      split = ",",
      defaultValue = "1000,10000",
      description = "Visits of the month, one size after the other (default: ${DEFAULT-VALUE}).")
  private int[] visits = {};

  @Option(
      names = "--reads",
      defaultValue = "200",
      description = "Reads of each kind, after as many to warm up (default: ${DEFAULT-VALUE}).")
  private int reads;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var rows = new ArrayList<Measured>();
    var facts = new LinkedHashMap<String, Object>();
    for (var size : visits) {
      output.say("Booking a month of " + size + " visits ...");
      try (var running = launch.start()) {
        fill(running, size);
        var from = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var month = new Month(running.gateway(), running.adminKey(), from, from.plus(MONTH));
        measure(size + " visits, JSON", month::asJson, rows, facts);
        measure(size + " visits, gRPC-Web", month::overGrpcWeb, rows, facts);
      }
    }
    output.report(rows, facts);
    return 0;
  }

  private static void fill(Running running, int size) throws IOException, InterruptedException {
    var team = Math.max(1, size / VISITS_OF_A_TECHNICIAN);
    var world = World.create(running.gateway(), running.adminKey(), team, team);
    var share = new ArrayList<Callable<@Nullable Void>>();
    for (int caller = 0; caller < CALLERS; caller++) {
      var mine = size / CALLERS + (caller < size % CALLERS ? 1 : 0);
      share.add(() -> book(running, world, mine));
    }
    try (var threads = Executors.newFixedThreadPool(CALLERS)) {
      for (var done : threads.invokeAll(share)) {
        done.get();
      }
    } catch (ExecutionException refused) {
      throw new IOException("A visit was refused: " + refused.getCause(), refused);
    }
  }

  private static @Nullable Void book(Running running, World world, int visits) throws IOException {
    try (var booker = new RestBooker(running.gateway(), running.adminKey())) {
      for (int i = 0; i < visits; i++) {
        booker.book(world.next());
      }
    }
    return null;
  }

  private interface Reader {
    /** Reads the month; how many bytes that was. */
    long read() throws IOException;
  }

  private void measure(String what, Reader reader, List<Measured> rows, Map<String, Object> facts)
      throws IOException {
    long bytes = 0;
    for (int i = 0; i < reads; i++) {
      bytes = reader.read();
    }
    var nanos = new long[reads];
    var begun = System.nanoTime();
    for (int i = 0; i < reads; i++) {
      var start = System.nanoTime();
      reader.read();
      nanos[i] = System.nanoTime() - start;
    }
    rows.add(new Measured(what, 1, (System.nanoTime() - begun) / 1e9, nanos, 0));
    facts.put(what, String.format(Locale.ROOT, "%,d bytes", bytes));
  }
}
