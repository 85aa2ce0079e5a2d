package org.supportcenter.store.outbox;

import static org.jooq.impl.DSL.insertInto;
import static org.supportcenter.schema.jooq.Tables.EVENT;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.appointment.Waiver;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.ticket.TicketChange;
import org.supportcenter.schema.jooq.tables.records.EventRecord;
import org.supportcenter.store.CurrentTenant;

/** Changes as rows of the table of events. */
final class EventRows {

  private EventRows() {}

  /** Inserts the rows, at least one, in their order. */
  static ResultQuery<Record1<Long>> insert(List<EventRecord> rows) {
    var insert = insertInto(EVENT).set(EVENT.TENANT_ID, CurrentTenant.ID).set(rows.getFirst());
    for (var row : rows.subList(1, rows.size())) {
      insert = insert.newRecord().set(EVENT.TENANT_ID, CurrentTenant.ID).set(row);
    }
    return insert.returningResult(EVENT.SEQ);
  }

  /** The row of a changed appointment, but for its tenant and place in the feed. */
  static EventRecord of(AppointmentChange change, Author author) {
    var before = change.before();
    var after = change.after();
    var waivers = change.waivers();
    var row = row(author, null, FieldChanges.of(before, after));
    row.setResourceType("APPOINTMENT");
    row.setResourceId(after.id());
    row.setVersion(after.version());
    row.setType(change.type().code());
    row.setEventTime(after.revision().updateTime());
    row.setTechnicianId(after.technicianId());
    row.setPreviousTechnicianId(
        previous(before == null ? null : before.technicianId(), after.technicianId()));
    row.setWaivedReasons(column(waivers, waiver -> waiver.reason().name()));
    row.setWaiveJustification(waivers.isEmpty() ? null : waivers.getFirst().justification());
    return row;
  }

  /** The row of a changed ticket, but for its tenant and place in the feed. */
  static EventRecord of(TicketChange change, Author author) {
    var before = change.before();
    var after = change.after();
    var row = row(author, change.reason(), FieldChanges.of(before, after));
    row.setResourceType("TICKET");
    row.setResourceId(after.id());
    row.setVersion(after.version());
    row.setType(change.code());
    row.setEventTime(after.updateTime());
    row.setTechnicianId(after.content().assigneeId());
    row.setPreviousTechnicianId(
        previous(
            before == null ? null : before.content().assigneeId(), after.content().assigneeId()));
    row.setWaivedReasons(column(List.<Waiver>of(), Waiver::justification));
    row.setWaiveJustification(null);
    return row;
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

  private static EventRecord row(
      Author author, @Nullable String reason, List<FieldChange> changes) {
    var row = new EventRecord();
    row.setActor(author.actor());
    row.setSource(author.source().name());
    row.setReason(reason);
    row.setChangedFields(column(changes, FieldChange::field));
    row.setValuesBefore(column(changes, FieldChange::before));
    row.setValuesAfter(column(changes, FieldChange::after));
    return row;
  }

  /** Who had it before, where that is somebody else. */
  private static @Nullable UUID previous(@Nullable UUID before, @Nullable UUID after) {
    return before == null || before.equals(after) ? null : before;
  }

  private static <T> String[] column(List<T> entries, Function<T, String> value) {
    return entries.stream().map(value).toArray(String[]::new);
  }
}
