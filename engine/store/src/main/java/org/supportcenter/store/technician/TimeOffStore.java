package org.supportcenter.store.technician;

import static org.jooq.impl.DSL.noCondition;
import static org.supportcenter.schema.jooq.Tables.TIME_OFF;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.technician.Absence;
import org.supportcenter.domain.time.Span;
import org.supportcenter.schema.jooq.tables.records.TimeOffRecord;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tx;
import org.supportcenter.store.VersionedStore;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/** The time off of technicians. */
public final class TimeOffStore extends VersionedStore<TimeOffKey, Absence, TimeOffRecord> {

  private static final Sorting SORTING =
      Sorting.endingWith(TIME_OFF.ID, "startTime").by("startTime", TIME_OFF.START_TIME);

  public TimeOffStore() {
    super(TIME_OFF);
  }

  /**
   * A page of a technician's time off, the earliest first.
   *
   * @param from only what ends after this; null: no matter when
   * @param until only what starts before this; null: no matter when
   */
  public Page<Stored<TimeOffKey, Absence>> list(
      Tx tx, UUID technician, @Nullable Instant from, @Nullable Instant until, PageQuery query) {
    var ends = from == null ? noCondition() : TIME_OFF.END_TIME.gt(from);
    var starts = until == null ? noCondition() : TIME_OFF.START_TIME.lt(until);
    return page(tx, SORTING, TIME_OFF.TECHNICIAN_ID.eq(technician).and(ends).and(starts), query);
  }

  @Override
  protected Condition isNamed(TimeOffKey key) {
    return TIME_OFF.TECHNICIAN_ID.eq(key.technician()).and(TIME_OFF.ID.eq(key.id()));
  }

  @Override
  protected Stored<TimeOffKey, Absence> read(TimeOffRecord row) {
    return new Stored<>(
        new TimeOffKey(row.getTechnicianId(), row.getId()),
        row.getVersion(),
        new Absence(new Span(row.getStartTime(), row.getEndTime()), row.getReason()));
  }

  @Override
  protected TimeOffRecord write(TimeOffKey key, Absence absence) {
    var row = new TimeOffRecord();
    row.setTechnicianId(key.technician());
    row.setId(key.id());
    row.setStartTime(absence.span().start());
    row.setEndTime(absence.span().end());
    row.setReason(absence.reason());
    return row;
  }
}
