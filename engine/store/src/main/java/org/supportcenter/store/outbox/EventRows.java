package org.supportcenter.store.outbox;

import static org.supportcenter.schema.jooq.Tables.EVENT;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.jooq.RecordMapper;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.change.Source;
import org.supportcenter.store.Binder;
import org.supportcenter.store.Tx;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/** Changes as rows of the table of events. */
final class EventRows {

  /** Inserts the rows in their order, each as many parameters as columns. */
  static final String INSERT =
      """
      INSERT INTO event (
        tenant_id, actor, source, resource_type, resource_id, version, type, event_time, reason,
        technician_id, previous_technician_id, changed_fields, values_before, values_after,
        waived_reasons, waive_justification)
      SELECT current_tenant(), ?, ?, resource_type, resource_id, version, type, event_time, reason,
        technician_id, previous_technician_id, changed_fields::text[], values_before::text[],
        values_after::text[], waived_reasons::text[], waive_justification
      FROM unnest(?::text[], ?::uuid[], ?::int[], ?::text[], ?::text[]::timestamptz[], ?::text[],
          ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        WITH ORDINALITY AS change (resource_type, resource_id, version, type, event_time, reason,
          technician_id, previous_technician_id, changed_fields, values_before, values_after,
          waived_reasons, waive_justification, place)
      ORDER BY place
      """;

  /** Changes of one resource wait for each other, so this is the order of its versions. */
  private static final Sorting OLDEST_FIRST =
      Sorting.endingWith(EVENT.RESOURCE_ID, "seq").by("seq", EVENT.SEQ);

  private EventRows() {}

  /** Sets the parameters of {@link #INSERT}. */
  static void bind(Binder binder, Author author, List<EventRow> rows) throws SQLException {
    binder.value(author.actor());
    binder.value(author.source().name());
    binder.texts(rows, EventRow::resourceType);
    binder.uuids(rows, EventRow::resourceId);
    binder.ints(rows, EventRow::version);
    binder.texts(rows, EventRow::type);
    binder.instants(rows, EventRow::time);
    binder.texts(rows, EventRow::reason);
    binder.uuids(rows, EventRow::technicianId);
    binder.uuids(rows, EventRow::previousTechnicianId);
    binder.lists(rows, row -> row.column(FieldChange::field));
    binder.lists(rows, row -> row.column(FieldChange::before));
    binder.lists(rows, row -> row.column(FieldChange::after));
    binder.lists(rows, EventRow::waivedReasons);
    binder.texts(rows, EventRow::waiveJustification);
  }

  /** A page of what happened to one resource, the oldest first; empty for an unknown one. */
  static <T> Page<T> history(Tx tx, UUID resource, PageQuery page, RecordMapper<Record, T> read) {
    return OLDEST_FIRST.page(
        tx.sql(), EVENT, List.of(EVENT.fields()), EVENT.RESOURCE_ID.eq(resource), page, read);
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
