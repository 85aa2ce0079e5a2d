package org.supportcenter.store.outbox;

import static org.supportcenter.schema.jooq.Tables.EVENT;

import java.util.UUID;
import org.jooq.Record;
import org.supportcenter.store.Tx;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;

/** What happened to a ticket. */
public final class TicketHistory {

  /** A page of its events, the oldest first; empty for an unknown ticket. */
  public Page<TicketEvent> list(Tx tx, UUID ticketId, PageQuery page) {
    return EventRows.history(tx, ticketId, page, TicketHistory::read);
  }

  private static TicketEvent read(Record row) {
    return new TicketEvent(
        row.get(EVENT.TYPE),
        row.get(EVENT.EVENT_TIME),
        EventRows.author(row),
        row.get(EVENT.REASON),
        row.get(EVENT.VERSION),
        EventRows.changes(row));
  }
}
