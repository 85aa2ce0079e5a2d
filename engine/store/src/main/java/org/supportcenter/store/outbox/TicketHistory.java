package org.supportcenter.store.outbox;

import static org.supportcenter.schema.jooq.Tables.EVENT;

import java.util.List;
import java.util.UUID;
import org.jooq.Record;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.change.Source;
import org.supportcenter.store.Tx;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/** What happened to a ticket. */
public final class TicketHistory {

  /** Changes of one ticket wait for each other, so this is the order of its versions. */
  private static final Sorting OLDEST_FIRST =
      Sorting.endingWith(EVENT.RESOURCE_ID, "seq").by("seq", EVENT.SEQ);

  /** A page of its events, the oldest first; empty for an unknown ticket. */
  public Page<TicketEvent> list(Tx tx, UUID ticketId, PageQuery page) {
    return OLDEST_FIRST.page(
        tx.sql(),
        EVENT,
        List.of(EVENT.fields()),
        EVENT.RESOURCE_ID.eq(ticketId),
        page,
        TicketHistory::read);
  }

  private static TicketEvent read(Record row) {
    return new TicketEvent(
        row.get(EVENT.TYPE),
        row.get(EVENT.EVENT_TIME),
        new Author(row.get(EVENT.ACTOR), Source.valueOf(row.get(EVENT.SOURCE))),
        row.get(EVENT.REASON),
        row.get(EVENT.VERSION),
        EventRows.changes(row));
  }
}
