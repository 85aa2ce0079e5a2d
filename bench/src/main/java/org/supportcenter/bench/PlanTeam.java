package org.supportcenter.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** 20 technicians around a town, and 200 visits that want a place on two days. */
final class PlanTeam {

  private static final int TECHNICIANS = 20;
  private static final int VISITS = 200;
  private static final int REPAIR_SECONDS = 3;
  private static final List<String> SKILLS = List.of("network", "printer", "phone");

  private final Api api;
  private final List<String> requests;
  private final Instant start;
  private final Instant end;
  private JsonNode applied = NullNode.getInstance();

  private PlanTeam(Api api, List<String> requests, LocalDate monday) {
    this.api = api;
    this.requests = requests;
    this.start = monday.atStartOfDay().toInstant(ZoneOffset.UTC);
    this.end = monday.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** Makes the team through the API, the same every time. */
  static PlanTeam create(String gateway, String key) throws IOException, InterruptedException {
    var api = new Api(gateway, key);
    var random = new Random(0);
    api.patch("/v1/settings/policy", "{\"bufferAfter\":\"900s\"}");
    api.patch("/v1/settings/plans", "{\"maximumTimeLimit\":\"3600s\"}");
    for (int i = 0; i < TECHNICIANS; i++) {
      api.post(
          "/v1/technicians",
          """
          {"displayName":"Technician %d","timeZone":"Etc/UTC","skills":["%s","%s"],"homeLocation":%s}"""
              .formatted(i, SKILLS.get(i % 3), SKILLS.get((i + 1) % 3), place(random)));
    }
    var requests = new ArrayList<String>();
    for (int i = 0; i < VISITS; i++) {
      var customer =
          api.post(
              "/v1/customers",
              """
              {"displayName":"Customer %d","email":"customer%d@example.com"}"""
                  .formatted(i, i));
      requests.add(
          """
          {"customer":"%s","duration":"%ds","requiredSkills":[%s],"location":%s}"""
              .formatted(
                  customer.get("name").asText(),
                  1800 + 1800 * random.nextInt(3),
                  random.nextInt(3) == 0 ? '"' + SKILLS.get(random.nextInt(3)) + '"' : "",
                  place(random)));
    }
    var monday = LocalDate.now(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    return new PlanTeam(api, requests, monday);
  }

  private static String place(Random random) {
    return String.format(
        Locale.ROOT,
        "{\"latitude\":%.5f,\"longitude\":%.5f}",
        52.4 + random.nextDouble() * 0.2,
        13.2 + random.nextDouble() * 0.3);
  }

  /** Plans all visits, and carries the first plan out. */
  Map<String, Object> plan(int seconds) throws IOException, InterruptedException {
    if (!applied.isNull()) {
      cancelAll();
    }
    var row = new LinkedHashMap<String, Object>();
    row.put("plan of visits", VISITS);
    row.put("seconds", seconds);
    var plan = solve("\"requests\":[" + String.join(",", requests) + "]", seconds, row);
    applied = api.post("/v1/" + plan.get("name").asText() + ":apply", "{}");
    return row;
  }

  /** Finds places for the visits of the technician who has most on the first day. */
  Map<String, Object> repair() throws IOException, InterruptedException {
    var counts = new HashMap<String, Integer>();
    var firstDayEnds = start.plusSeconds(86_400);
    for (var move : applied.get("moves")) {
      if (move.has("after")
          && Instant.parse(move.get("after").get("startTime").asText()).isBefore(firstDayEnds)) {
        counts.merge(move.get("after").get("technician").asText(), 1, Integer::sum);
      }
    }
    var busiest = counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    var row = new LinkedHashMap<String, Object>();
    row.put("repair of visits", busiest.getValue());
    row.put("seconds", REPAIR_SECONDS);
    var absence =
        "\"absence\":{\"technician\":\"%s\",\"startTime\":\"%s\",\"endTime\":\"%s\"}"
            .formatted(busiest.getKey(), start, firstDayEnds);
    solve(absence, REPAIR_SECONDS, row);
    return row;
  }

  private JsonNode solve(String what, int seconds, Map<String, Object> row)
      throws IOException, InterruptedException {
    var began = System.nanoTime();
    var plan =
        api.post(
            "/v1/plans",
            "{\"startTime\":\"%s\",\"endTime\":\"%s\",\"timeLimit\":\"%ds\",%s}"
                .formatted(start, end, seconds, what));
    var name = "/v1/" + plan.get("name").asText();
    var state = "QUEUED";
    while (state.equals("QUEUED") || state.equals("RUNNING")) {
      TimeUnit.MILLISECONDS.sleep(100);
      plan = api.read(name);
      state = plan.get("state").asText();
      if (plan.has("score") && !row.containsKey("first proposal after ms")) {
        row.put("first proposal after ms", (System.nanoTime() - began) / 1_000_000);
      }
    }
    row.put("ready after ms", (System.nanoTime() - began) / 1_000_000);
    row.put("state", state);
    var score = plan.get("score");
    row.put("left out", score.get("unplacedCount").asInt());
    row.put("moves", score.get("moveCount").asInt());
    long points = 0;
    for (var rule : score.get("rules")) {
      row.put(rule.get("rule").asText(), rule.get("points").asInt());
      points += rule.get("points").asInt();
    }
    row.put("points", points);
    return plan;
  }

  private void cancelAll() throws IOException, InterruptedException {
    var names =
        IntStream.range(0, applied.get("moves").size())
            .mapToObj(i -> applied.get("moves").get(i).get("appointment").asText())
            .filter(name -> !name.isEmpty())
            .toList();
    for (var name : names) {
      api.post("/v1/" + name + ":cancel", "{\"reason\":\"next round\"}");
    }
  }
}
