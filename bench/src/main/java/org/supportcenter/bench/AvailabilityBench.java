package org.supportcenter.bench;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long it takes to be told when somebody is free, through the gateway, by one caller. */
@Command(
    name = "availability",
    description =
        "Lists the slots of 50 technicians over 14 days with 2,100 visits, and of 500 technicians"
            + " over a day, and checks single places; through REST, everything on this machine.",
    mixinStandardHelpOptions = true)
final class AvailabilityBench implements Callable<Integer> {

  private static final long SEED = 20261121;

  @Mixin private Launch launch = new Launch();

  @Mixin private Output output = new Output();

  @Option(
      names = "--calls",
      defaultValue = "500",
      description = "How many calls of each kind are measured (default: ${DEFAULT-VALUE}).")
  private int calls;

  @Option(
      names = "--warm-up",
      paramLabel = "<calls>",
      defaultValue = "500",
      description = "How many of each go before, unmeasured (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  /** Something that is asked again and again. */
  @FunctionalInterface
  interface Question {

    /** Asks it once. */
    void ask() throws IOException, InterruptedException;
  }

  /**
   * What is measured.
   *
   * @param millis what its 95th percentile should stay under
   */
  record Round(String what, double millis, Question question) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    output.say("Starting Support Center ...");
    try (var running = launch.start()) {
      var api = new Api(running.gateway(), running.adminKey());
      output.say("Making the teams and their visits ...");
      var teams = Teams.create(api, SEED);
      var rows = new ArrayList<Measured>();
      var rounds = rounds(api, teams);
      output.say("Warming up ...");
      for (var round : rounds) {
        measure(round, warmUp);
      }
      for (var round : rounds) {
        output.say("Measuring: " + round.what());
        rows.add(measure(round, calls));
      }
      output.report(rows, verdict(rounds, rows));
    }
    return 0;
  }

  private static List<Round> rounds(Api api, Teams teams) {
    var small = window(teams, Teams.SMALL, Teams.DAYS);
    var large = window(teams, Teams.LARGE, 1);
    var taken =
        "{\"technician\":\"%s\",\"startTime\":\"%s\",\"duration\":\"3600s\"}"
            .formatted(teams.technicians().getFirst(), teams.first().plus(12, ChronoUnit.HOURS));
    return List.of(
        new Round("first page, 50 x 14 days", 10, () -> page(api, small, 50, "")),
        new Round("all pages, 50 x 14 days", 60, () -> all(api, small)),
        new Round("first page, 500 x 1 day", 20, () -> page(api, large, 50, "")),
        new Round("largest page, 500 x 1 day", 20, () -> page(api, large, 1000, "")),
        new Round("check", 3, () -> api.text("/v1/availability:check", taken)));
  }

  /** A question for an hour of a team, the inside of a JSON object. */
  static String window(Teams teams, String skill, int days) {
    return "\"startTime\":\"%s\",\"endTime\":\"%s\",\"duration\":\"3600s\",\"requiredSkills\":[\"%s\"]"
        .formatted(teams.first(), teams.first().plus(days, ChronoUnit.DAYS), skill);
  }

  private static String page(Api api, String question, int size, String token)
      throws IOException, InterruptedException {
    return api.text(
        "/v1/availability:listSlots",
        "{%s,\"pageSize\":%d,\"pageToken\":\"%s\"}".formatted(question, size, token));
  }

  private static void all(Api api, String question) throws IOException, InterruptedException {
    var token = "";
    do {
      var answer = page(api, question, 1000, token);
      // The bench should not measure its own reading: the token is cut out of the text, near whose
      // end it is.
      var marker = "\"nextPageToken\":";
      var from = answer.indexOf('"', answer.lastIndexOf(marker) + marker.length()) + 1;
      token = answer.substring(from, answer.indexOf('"', from));
    } while (!token.isEmpty());
  }

  /** Asks so many times, one after the other. */
  static Measured measure(Round round, int times) throws IOException, InterruptedException {
    var nanos = new long[times];
    var begin = System.nanoTime();
    for (int i = 0; i < times; i++) {
      var start = System.nanoTime();
      round.question().ask();
      nanos[i] = System.nanoTime() - start;
    }
    return new Measured(round.what(), 1, (System.nanoTime() - begin) / 1e9, nanos, 0);
  }

  /** Which targets were reached. */
  static Map<String, Object> verdict(List<Round> rounds, List<Measured> rows) {
    var facts = new LinkedHashMap<String, Object>();
    for (int i = 0; i < rows.size(); i++) {
      var p95 = rows.get(i).millis(0.95);
      var target = rounds.get(i).millis();
      facts.put(
          "target of " + rounds.get(i).what(),
          String.format(
              Locale.ROOT, "p95 under %.0f ms: %s", target, p95 < target ? "reached" : "missed"));
    }
    return facts;
  }
}
