package org.supportcenter.store.appointment;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.SQLDataType;
import org.supportcenter.store.ReferenceNumbers;

/** The next references of a tenant; gaps stay where a transaction fails. */
final class Numbers {

  /** The number drawn for the appointment of the statement. */
  static final Field<String> OF_APPOINTMENT = read("appointment");

  /** The number drawn for its ticket; null when none was. */
  static final Field<String> OF_TICKET = read("ticket");

  private Numbers() {}

  /** Draws the numbers once per statement, however often they are read. */
  static CommonTableExpression<Record2<String, String>> drawn(boolean forTicket) {
    return name("drawn")
        .fields("appointment", "ticket")
        .as(
            select(
                ReferenceNumbers.nextOfAppointment(),
                forTicket ? ReferenceNumbers.nextOfTicket() : inline(null, SQLDataType.CLOB)));
  }

  private static Field<String> read(String kind) {
    return field(select(field(name("drawn", kind), SQLDataType.CLOB)).from(name("drawn")));
  }
}
