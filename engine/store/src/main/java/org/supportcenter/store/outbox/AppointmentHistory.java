package org.supportcenter.store.outbox;

import static org.supportcenter.schema.jooq.Tables.EVENT;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Record;
import org.supportcenter.domain.appointment.Waiver;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.store.Tx;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;

/** What happened to an appointment. */
public final class AppointmentHistory {

  /** A page of its events, the oldest first; empty for an unknown appointment. */
  public Page<AppointmentEvent> list(Tx tx, UUID appointmentId, PageQuery page) {
    return EventRows.history(tx, appointmentId, page, AppointmentHistory::read);
  }

  private static AppointmentEvent read(Record row) {
    return new AppointmentEvent(
        row.get(EVENT.TYPE),
        row.get(EVENT.EVENT_TIME),
        EventRows.author(row),
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
