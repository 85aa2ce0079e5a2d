package org.supportcenter.store.technician;

import static org.jooq.impl.DSL.noCondition;
import static org.supportcenter.schema.jooq.Tables.DATE_OVERRIDE;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.technician.DayHours;
import org.supportcenter.schema.jooq.tables.records.DateOverrideRecord;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tx;
import org.supportcenter.store.VersionedStore;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;
import org.supportcenter.store.policy.HoursText;

/** The hours of single dates that replace a technician's weekly ones. */
public final class DateOverrideStore
    extends VersionedStore<DateOverrideKey, DayHours, DateOverrideRecord> {

  /** The date alone is a total order within one technician. */
  private static final Sorting SORTING =
      Sorting.endingWith(DATE_OVERRIDE.TECHNICIAN_ID, "date").by("date", DATE_OVERRIDE.DATE);

  public DateOverrideStore() {
    super(DATE_OVERRIDE);
  }

  /**
   * A page of a technician's date overrides, the earliest first.
   *
   * @param from only those on or after this date; null: no matter when
   * @param until only those on or before this date; null: no matter when
   */
  public Page<Stored<DateOverrideKey, DayHours>> list(
      Tx tx,
      UUID technician,
      @Nullable LocalDate from,
      @Nullable LocalDate until,
      PageQuery query) {
    var after = from == null ? noCondition() : DATE_OVERRIDE.DATE.ge(from);
    var before = until == null ? noCondition() : DATE_OVERRIDE.DATE.le(until);
    return page(
        tx, SORTING, DATE_OVERRIDE.TECHNICIAN_ID.eq(technician).and(after).and(before), query);
  }

  @Override
  protected Condition isNamed(DateOverrideKey key) {
    return DATE_OVERRIDE.TECHNICIAN_ID.eq(key.technician()).and(DATE_OVERRIDE.DATE.eq(key.date()));
  }

  @Override
  protected Stored<DateOverrideKey, DayHours> read(DateOverrideRecord row) {
    return new Stored<>(
        new DateOverrideKey(row.getTechnicianId(), row.getDate()),
        row.getVersion(),
        new DayHours(HoursText.readDay(row.getHours())));
  }

  @Override
  protected DateOverrideRecord write(DateOverrideKey key, DayHours day) {
    var row = new DateOverrideRecord();
    row.setTechnicianId(key.technician());
    row.setDate(key.date());
    row.setHours(HoursText.ofDay(day.hours()));
    return row;
  }
}
