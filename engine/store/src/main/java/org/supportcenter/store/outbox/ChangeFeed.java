package org.supportcenter.store.outbox;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.EVENT;

import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;
import org.supportcenter.store.appointment.AppointmentRows;

/**
 * The changes of a tenant in an order in which none is ever missed: by transaction, and only as far
 * as no older transaction is still open. A transaction that takes long to commit holds the feed up,
 * whichever tenant or database of the server it works on, but is never passed over.
 */
public final class ChangeFeed {

  /** Most events in a batch. */
  static final int BATCH = 500;

  /** The oldest transaction still open; everything before it is settled. */
  private static final Field<Long> OLDEST_OPEN =
      field("pg_snapshot_xmin(pg_current_snapshot())", EVENT.XID.getDataType());

  /** Where the feed ends now: everything that is not settled yet comes after. */
  public FeedPosition end(Tx tx) {
    var oldestOpen = tx.sql().select(OLDEST_OPEN).fetchSingle().value1();
    return new FeedPosition(oldestOpen, 0);
  }

  /** What follows the position, at most a batch, with the appointments as they are now. */
  public FeedBatch after(Tx tx, FeedPosition position) {
    var columns = new ArrayList<Field<?>>(List.of(APPOINTMENT.fields()));
    columns.addAll(
        List.of(
            EVENT.XID,
            EVENT.SEQ,
            EVENT.TYPE,
            EVENT.RESOURCE_TYPE,
            EVENT.TECHNICIAN_ID,
            EVENT.PREVIOUS_TECHNICIAN_ID));
    var rows =
        tx.sql()
            .select(columns)
            .from(EVENT)
            .leftJoin(APPOINTMENT)
            .on(APPOINTMENT.TENANT_ID.eq(EVENT.TENANT_ID))
            .and(APPOINTMENT.ID.eq(EVENT.RESOURCE_ID))
            .where(EVENT.TENANT_ID.eq(CurrentTenant.ID))
            .and(row(EVENT.XID, EVENT.SEQ).gt(position.xid(), position.seq()))
            .and(EVENT.XID.lt(OLDEST_OPEN))
            .orderBy(EVENT.XID, EVENT.SEQ)
            .limit(BATCH)
            .fetch();
    var end = rows.isEmpty() ? position : position(rows.getLast());
    var entries =
        rows.stream()
            .filter(row -> row.get(EVENT.RESOURCE_TYPE).equals("APPOINTMENT"))
            .map(ChangeFeed::entry)
            .toList();
    return new FeedBatch(entries, end, rows.size() == BATCH);
  }

  private static FeedEntry entry(Record row) {
    return new FeedEntry(
        position(row),
        row.get(EVENT.TYPE),
        row.get(EVENT.TECHNICIAN_ID),
        row.get(EVENT.PREVIOUS_TECHNICIAN_ID),
        AppointmentRows.read(row));
  }

  private static FeedPosition position(Record row) {
    return new FeedPosition(row.get(EVENT.XID), row.get(EVENT.SEQ));
  }
}
