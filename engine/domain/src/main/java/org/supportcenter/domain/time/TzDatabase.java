package org.supportcenter.domain.time;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;

/** The ids of the tz database, and nothing else that Java takes for a zone. */
public final class TzDatabase {

  private static final Set<String> IDS = read();

  private TzDatabase() {}

  /** All ids, in alphabetical order. */
  public static Set<String> ids() {
    return IDS;
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
