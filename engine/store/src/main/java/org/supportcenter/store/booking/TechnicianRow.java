package org.supportcenter.store.booking;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.Policy;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.schema.jooq.Tables;
import org.supportcenter.store.policy.PolicyColumns;

/**
 * A technician as stored.
 *
 * @param home null when its coordinates are not known
 */
record TechnicianRow(
    ZoneId zone, boolean active, Set<String> skills, @Nullable Point home, Policy ownPolicy) {

  static TechnicianRow of(Record row) {
    return new TechnicianRow(
        ZoneId.of(row.get(Tables.TECHNICIAN.TIME_ZONE)),
        row.get(Tables.TECHNICIAN.ACTIVE),
        Set.copyOf(List.of(row.get(Tables.TECHNICIAN.SKILLS))),
        SuggestionFactsStore.point(
            row, Tables.TECHNICIAN.HOME_LATITUDE, Tables.TECHNICIAN.HOME_LONGITUDE),
        PolicyColumns.TECHNICIAN.read(row));
  }
}
