package org.supportcenter.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which targets plans over the whole product reached. */
final class PlanTargets {

  private static final long FEASIBLE_MILLIS = 10_000;
  private static final long REPAIR_MILLIS = 5_000;
  private static final double MOST_ABOVE_LONGEST = 3;

  private PlanTargets() {}

  /**
   * What the rows show.
   *
   * @param rows plans of the same visits by length of the search, and the repair at the end
   */
  static Map<String, Object> of(List<Map<String, Object>> rows) {
    var targets = new LinkedHashMap<String, Object>();
    var plans = rows.subList(0, rows.size() - 1);
    var longest = plans.getLast();
    for (var plan : plans) {
      var first = number(plan, "first proposal after ms");
      targets.put(
          "target of %s s, feasible in under 10 s".formatted(plan.get("seconds")),
          verdict(first < FEASIBLE_MILLIS && number(plan, "left out") == 0)
              + ", after %d ms".formatted(first));
      var above = 100.0 * number(plan, "points") / number(longest, "points") - 100;
      targets.put(
          "target of %s s, at most 3 %% above %s s"
              .formatted(plan.get("seconds"), longest.get("seconds")),
          verdict(above <= MOST_ABOVE_LONGEST)
              + String.format(Locale.ROOT, ", %.2f %% above", above));
    }
    var repair = rows.getLast();
    targets.put(
        "target of a repair, in under 5 s",
        verdict(number(repair, "ready after ms") < REPAIR_MILLIS && number(repair, "left out") == 0)
            + ", after %d ms".formatted(number(repair, "ready after ms")));
    return targets;
  }

  private static long number(Map<String, Object> row, String name) {
    return row.get(name) instanceof Number number ? number.longValue() : Long.MAX_VALUE;
  }

  private static String verdict(boolean reached) {
    return reached ? "reached" : "missed";
  }
}
