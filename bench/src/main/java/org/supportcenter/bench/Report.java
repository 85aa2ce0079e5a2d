package org.supportcenter.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints what was measured as a table and keeps it as a JSON file. */
final class Report {

  private Report() {}

  static void write(
      String bench, List<Measured> rows, Map<String, Object> facts, Path file, PrintWriter out)
      throws IOException {
    out.println(machine());
    facts.forEach((name, value) -> out.println(name + ": " + value));
    out.printf(
        Locale.ROOT,
        "%-28s %8s %10s %9s %9s %9s %9s%n",
        "what",
        "callers",
        "per second",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "refused");
    for (var row : rows) {
      out.printf(
          Locale.ROOT,
          "%-28s %8d %10.0f %9.2f %9.2f %9.2f %9d%n",
          row.what(),
          row.callers(),
          row.perSecond(),
          row.millis(0.50),
          row.millis(0.95),
          row.millis(0.99),
          row.failures());
    }
    var json = new LinkedHashMap<String, Object>();
    json.put("bench", bench);
    json.put("time", Instant.now().toString());
    json.put("machine", machine());
    json.putAll(facts);
    json.put("rows", rows.stream().map(Report::asMap).toList());
    Files.write(
        file,
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(json));
    out.println("Kept in " + file);
    out.flush();
  }

  private static Map<String, Object> asMap(Measured row) {
    var map = new LinkedHashMap<String, Object>();
    map.put("what", row.what());
    map.put("callers", row.callers());
    map.put("perSecond", row.perSecond());
    map.put("p50Millis", row.millis(0.50));
    map.put("p95Millis", row.millis(0.95));
    map.put("p99Millis", row.millis(0.99));
    map.put("refused", row.failures());
    return map;
  }

  /** What it was measured on. */
  static String machine() {
    var os = ManagementFactory.getOperatingSystemMXBean();
    return "%s %s, %d processors, Java %s"
        .formatted(
            os.getName(), os.getArch(), os.getAvailableProcessors(), Runtime.version().feature());
  }
}
