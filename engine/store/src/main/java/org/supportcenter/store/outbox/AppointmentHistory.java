package org.supportcenter.store.outbox;

import static org.supportcenter.schema.jooq.Tables.EVENT;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Record;
import org.supportcenter.domain.appointment.Waiver;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.change.Source;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.store.Tx;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/** What happened to an appointment. */
public final class AppointmentHistory {

  /** Changes of one appointment wait for each other, so this is the order of its versions. */
  private static final Sorting OLDEST_FIRST =
      Sorting.endingWith(EVENT.RESOURCE_ID, "seq").by("seq", EVENT.SEQ);

  /** A page of its events, the oldest first; empty for an unknown appointment. */
  public Page<AppointmentEvent> list(Tx tx, UUID appointmentId, PageQuery page) {
    return OLDEST_FIRST.page(
        tx.sql(),
        EVENT,
        List.of(EVENT.fields()),
        EVENT.RESOURCE_ID.eq(appointmentId),
        page,
        AppointmentHistory::read);
  }

  private static AppointmentEvent read(Record row) {
    return new AppointmentEvent(
        row.get(EVENT.TYPE),
        row.get(EVENT.EVENT_TIME),
        new Author(row.get(EVENT.ACTOR), Source.valueOf(row.get(EVENT.SOURCE))),
        row.get(EVENT.VERSION),
        EventRows.changes(row),
        waivers(row));
  }

  private static List<Waiver> waivers(Record row) {
    return Stream.of(row.get(EVENT.WAIVED_REASONS))
        .map(
            reason ->
                new Waiver(
                    Reason.valueOf(reason),
                    row.get(EVENT.WAIVE_JUSTIFICATION),
                    row.get(EVENT.ACTOR),
                    row.get(EVENT.EVENT_TIME)))
        .toList();
  }
}
