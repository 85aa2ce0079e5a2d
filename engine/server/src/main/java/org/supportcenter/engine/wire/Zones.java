package org.supportcenter.engine.wire;

import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportcenter.domain.refusal.Refusal;

/** Zone ids of the tz database, and nothing else that Java takes for a zone. */
public final class Zones {

  /** All that Java knows, but for its own additions to the tz database. */
  private static final Set<String> IDS =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> !id.startsWith("SystemV/"))
          .collect(Collectors.toUnmodifiableSet());

  private Zones() {}

  /**
   * A zone from the wire.
   *
   * @param field where it was given, in lowerCamel
   * @throws org.supportcenter.domain.refusal.RefusedException if the tz database has no such id
   */
  public static ZoneId zone(String id, String field) {
    if (!IDS.contains(id)) {
      throw new Refusal.ZoneUnknown(field, id).asException();
    }
    return ZoneId.of(id);
  }
}
