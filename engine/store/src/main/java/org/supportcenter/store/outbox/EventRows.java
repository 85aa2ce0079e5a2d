package org.supportcenter.store.outbox;

import static org.supportcenter.schema.jooq.Tables.EVENT;

import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.change.Source;
import org.supportcenter.store.Binder;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Step;
import org.supportcenter.store.Tx;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/** Changes as rows of the table of events. */
final class EventRows {

  // Written as the driver takes it: this is part of every booking, and rendering would cost more
  // than running it.
  private static final String INSERT =
      """
      INSERT INTO event (
        tenant_id, actor, source, resource_type, resource_id, version, type, event_time, reason,
        technician_id, previous_technician_id, changed_fields, values_before, values_after,
        waived_reasons, waive_justification)
      VALUES\s""";

  private static final String ROW =
      "(current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  /** Changes of one resource wait for each other, so this is the order of its versions. */
  private static final Sorting OLDEST_FIRST =
      Sorting.endingWith(EVENT.RESOURCE_ID, "seq").by("seq", EVENT.SEQ);

  private EventRows() {}

  /** Inserts the rows, which get their places in the feed in this order. */
  static Step insert(Author author, List<EventRow> rows) {
    return Step.silent(
        INSERT + String.join(", ", Collections.nCopies(rows.size(), ROW)),
        binder -> {
          for (var row : rows) {
            bind(binder, author, row);
          }
        });
  }

  private static void bind(Binder binder, Author author, EventRow row) throws SQLException {
    binder.value(author.actor());
    binder.value(author.source().name());
    binder.value(row.resourceType());
    binder.value(row.resourceId());
    binder.value(row.version());
    binder.value(row.type());
    binder.value(row.time());
    binder.value(row.reason());
    binder.value(row.technicianId());
    binder.value(row.previousTechnicianId());
    binder.value(row.column(FieldChange::field));
    binder.value(row.column(FieldChange::before));
    binder.value(row.column(FieldChange::after));
    binder.value(row.waivedReasons().toArray(String[]::new));
    binder.value(row.waiveJustification());
  }

  /** A page of what happened to one resource, the oldest first; empty for an unknown one. */
  static <T> Page<T> history(Tx tx, UUID resource, PageQuery page, RecordMapper<Record, T> read) {
    return OLDEST_FIRST.page(
        tx.sql(),
        EVENT,
        List.of(EVENT.fields()),
        EVENT.TENANT_ID.eq(CurrentTenant.ID).and(EVENT.RESOURCE_ID.eq(resource)),
        page,
        read);
  }

  /** Who did what a row tells of. */
  static Author author(Record row) {
    return new Author(row.get(EVENT.ACTOR), Source.valueOf(row.get(EVENT.SOURCE)));
  }

  /** The field changes a row tells of. */
  static List<FieldChange> changes(Record row) {
    var fields = row.get(EVENT.CHANGED_FIELDS);
    var before = row.get(EVENT.VALUES_BEFORE);
    var after = row.get(EVENT.VALUES_AFTER);
    return IntStream.range(0, fields.length)
        .mapToObj(i -> new FieldChange(fields[i], before[i], after[i]))
        .toList();
  }
}
