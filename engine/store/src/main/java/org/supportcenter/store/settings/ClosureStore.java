package org.supportcenter.store.settings;

import static org.jooq.impl.DSL.noCondition;
import static org.supportcenter.schema.jooq.Tables.CLOSURE;

import java.time.LocalDate;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.settings.ClosedDays;
import org.supportcenter.schema.jooq.tables.records.ClosureRecord;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tx;
import org.supportcenter.store.VersionedStore;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/** The closures of a tenant. */
public final class ClosureStore extends VersionedStore<UUID, ClosedDays, ClosureRecord> {

  private static final Sorting SORTING =
      Sorting.endingWith(CLOSURE.ID, "startDate").by("startDate", CLOSURE.START_DATE);

  public ClosureStore() {
    super(CLOSURE);
  }

  /**
   * A page of closures, the earliest first.
   *
   * @param from only those that end on or after this date; null: no matter when
   * @param until only those that start on or before this date; null: no matter when
   */
  public Page<Stored<UUID, ClosedDays>> list(
      Tx tx, @Nullable LocalDate from, @Nullable LocalDate until, PageQuery query) {
    var ends = from == null ? noCondition() : CLOSURE.END_DATE.ge(from);
    var starts = until == null ? noCondition() : CLOSURE.START_DATE.le(until);
    return page(tx, SORTING, ends.and(starts), query);
  }

  @Override
  protected Condition isNamed(UUID id) {
    return CLOSURE.ID.eq(id);
  }

  @Override
  protected Stored<UUID, ClosedDays> read(ClosureRecord row) {
    return new Stored<>(
        row.getId(),
        row.getVersion(),
        new ClosedDays(row.getStartDate(), row.getEndDate(), row.getLabel()));
  }

  @Override
  protected ClosureRecord write(UUID id, ClosedDays days) {
    var row = new ClosureRecord();
    row.setId(id);
    row.setStartDate(days.first());
    row.setEndDate(days.last());
    row.setLabel(days.label());
    return row;
  }
}
