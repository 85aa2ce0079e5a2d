package org.supportcenter.mailer.webhook;

import static java.util.Objects.requireNonNull;
import static org.supportcenter.schema.jooq.Tables.EVENT;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.supportcenter.schema.jooq.tables.records.EventRecord;

/** Reads what happened to resources, to tell what they were like after an event. */
final class Histories {

  private Histories() {}

  /** Writes the messages of what was leased, with one query for all. */
  static List<Work> write(DSLContext sql, UUID tenant, List<Leased> leased) {
    if (leased.isEmpty()) {
      return List.of();
    }
    var events =
        sql.selectFrom(EVENT)
            .where(EVENT.TENANT_ID.eq(tenant))
            .and(
                EVENT.RESOURCE_ID.in(
                    leased.stream().map(one -> one.row().getResourceId()).toList()))
            .orderBy(EVENT.RESOURCE_ID, EVENT.SEQ)
            .fetchGroups(EVENT.RESOURCE_ID);
    return leased.stream().map(one -> one.work(() -> upTo(one, events))).toList();
  }

  private static List<EventEntry> upTo(Leased one, Map<UUID, Result<EventRecord>> events) {
    var resource = one.row().getResourceId();
    return requireNonNull(events.get(resource), "A delivery without its event").stream()
        .filter(event -> event.getSeq() <= one.row().getEventSeq())
        .map(Histories::entry)
        .toList();
  }

  private static EventEntry entry(EventRecord row) {
    var fields = row.getChangedFields();
    var before = row.getValuesBefore();
    var after = row.getValuesAfter();
    return new EventEntry(
        row.getVersion(),
        row.getType(),
        row.getEventTime(),
        row.getActor(),
        row.getSource(),
        row.getReason(),
        IntStream.range(0, fields.length)
            .mapToObj(i -> new EventEntry.Change(fields[i], before[i], after[i]))
            .toList());
  }
}
