package org.supportcenter.engine.wire;

import java.time.ZoneId;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.time.TzDatabase;

/** Zones as callers name them. */
public final class Zones {

  private Zones() {}

  /**
   * A zone from the wire.
   *
   * @param field where it was given, in lowerCamel
   * @throws org.supportcenter.domain.refusal.RefusedException if the tz database has no such id
   */
  public static ZoneId zone(String id, String field) {
    if (!TzDatabase.ids().contains(id)) {
      throw new Refusal.ZoneUnknown(field, id).asException();
    }
    return ZoneId.of(id);
  }
}
