package org.supportcenter.bench;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.supportcenter.bench.AvailabilityBench.Round;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How long five suggestions take, through the gateway, by one caller. */
@Command(
    name = "suggest",
    description =
        "Asks for five suggestions among 50 technicians over 14 days with 2,100 visits, and among"
            + " 500 technicians over a day; in turn with the first page of slots of the same"
            + " question.",
    mixinStandardHelpOptions = true)
final class SuggestBench implements Callable<Integer> {

  private static final long SEED = 20261121;

  @Mixin private Launch launch = new Launch();

  @Mixin private Output output = new Output();

  @Option(
      names = "--calls",
      defaultValue = "300",
      description =
          "How many calls of each kind are measured per turn (default: ${DEFAULT-VALUE}).")
  private int calls;

  @Option(
      names = "--turns",
      defaultValue = "3",
      description = "How often all kinds are measured in turn (default: ${DEFAULT-VALUE}).")
  private int turns;

  @Option(
      names = "--warm-up",
      paramLabel = "<calls>",
      defaultValue = "500",
      description = "How many of each kind go before, unmeasured (default: ${DEFAULT-VALUE}).")
  private int warmUp;

  @Override
  public Integer call() throws IOException, InterruptedException {
    output.say("Starting Support Center ...");
    try (var running = launch.start()) {
      var api = new Api(running.gateway(), running.adminKey());
      output.say("Making the teams and their visits ...");
      var kinds = kinds(api, Teams.create(api, SEED));
      for (var kind : kinds) {
        AvailabilityBench.measure(kind, warmUp);
      }
      var measured = new ArrayList<Round>();
      var rows = new ArrayList<Measured>();
      for (int turn = 0; turn < turns; turn++) {
        output.say("Measuring, turn " + (turn + 1) + " ...");
        for (var kind : kinds) {
          var round =
              new Round("%s (%d)".formatted(kind.what(), turn + 1), kind.millis(), kind.question());
          measured.add(round);
          rows.add(AvailabilityBench.measure(round, calls));
        }
      }
      output.report(rows, AvailabilityBench.verdict(measured, rows));
    }
    return 0;
  }

  private static List<Round> kinds(Api api, Teams teams) {
    var random = new Random(SEED);
    var small = AvailabilityBench.window(teams, Teams.SMALL, Teams.DAYS);
    var large = AvailabilityBench.window(teams, Teams.LARGE, 1);
    return List.of(
        new Round("suggest, 50 x 14 days", 30, () -> suggest(api, small, teams, random)),
        new Round("suggest, 500 x 1 day", 30, () -> suggest(api, large, teams, random)),
        new Round(
            "first page, 50 x 14 days",
            10,
            () -> api.text("/v1/availability:listSlots", "{" + small + "}")));
  }

  private static void suggest(Api api, String question, Teams teams, Random random)
      throws IOException, InterruptedException {
    var preferred = teams.first().plus(random.nextInt(Teams.DAYS), ChronoUnit.DAYS);
    api.text(
        "/v1/availability:suggest",
        "{%s,\"priority\":\"HIGH\",\"location\":%s,\"preferredTimes\":[{\"startTime\":\"%s\",\"endTime\":\"%s\"}]}"
            .formatted(
                question, Teams.place(random), preferred, preferred.plus(12, ChronoUnit.HOURS)));
  }
}
