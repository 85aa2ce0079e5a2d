package org.supportcenter.domain.time;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ids of the tz database, and nothing else that Java takes for a zone. */
public final class TzDatabase {

  private static final Set<String> IDS = read();

  /** What the tz database has and Java has not. */
  private static final Map<String, String> LACKING =
      Map.of(
          "EST", "\"America/New_York\", or \"America/Panama\" where clocks never change",
          "MST", "\"America/Denver\", or \"America/Phoenix\" where clocks never change",
          "HST", "\"Pacific/Honolulu\"",
          "ROC", "\"Asia/Taipei\"",
          "GMT+0", "\"Etc/GMT\"",
          "GMT-0", "\"Etc/GMT\"");

  private TzDatabase() {}

  /** All ids, in alphabetical order. */
  public static Set<String> ids() {
    return IDS;
  }

  /**
   * What to use instead of something that is none of {@link #ids()}, as the rest of a sentence;
   * null when nobody can tell.
   */
  public static @Nullable String instead(String id) {
    var lacking = LACKING.get(id.toUpperCase(Locale.ROOT));
    return lacking != null
        ? lacking
        : IDS.stream()
            .filter(known -> known.equalsIgnoreCase(id))
            .findFirst()
            .map(known -> '"' + known + '"')
            .orElse(null);
  }

  /**
   * What both halves of Java know, but for Java's own additions: libraries may register zones with
   * the new half (ical4j has hundreds, some without rules), and the old half has abbreviations.
   */
  static Set<String> read() {
    var ids = new TreeSet<>(Arrays.asList(TimeZone.getAvailableIDs()));
    ids.retainAll(ZoneId.getAvailableZoneIds());
    ids.removeIf(id -> id.startsWith("SystemV/"));
    return Collections.unmodifiableSortedSet(ids);
  }
}
