package org.supportcenter.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectCount;
import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.TICKET;

import org.jooq.Condition;
import org.supportcenter.store.hold.HoldStore;

/**
 * How many rows still refer to one that is to go.
 *
 * @param appointments visits, whatever their status
 * @param tickets tickets, whatever their stage
 */
public record References(int appointments, int tickets) {

  /** Nothing. */
  public static final References NONE = new References(0, 0);

  /** Counts the rows that meet the conditions. */
  public static References count(Tx tx, Condition ofAppointment, Condition ofTicket) {
    var appointments =
        field(selectCount().from(APPOINTMENT).where(ofAppointment).and(HoldStore.IS_NONE));
    var tickets = field(selectCount().from(TICKET).where(ofTicket));
    return tx.sql()
        .select(appointments, tickets)
        .fetchSingle(counts -> new References(counts.value1(), counts.value2()));
  }

  /** How many there are of all kinds. */
  public int total() {
    return appointments + tickets;
  }

  /** Whether nothing refers to it. */
  public boolean none() {
    return total() == 0;
  }
}
