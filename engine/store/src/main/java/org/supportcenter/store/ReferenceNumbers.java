package org.supportcenter.store;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.substring;

import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * SQL of the references people call appointments and tickets by. Each read draws the next one of
 * the tenant; one drawn is used up even when the transaction fails.
 */
public final class ReferenceNumbers {

  /** What the number of a ticket follows. */
  public static final String TICKET_PREFIX = "TICK-";

  private static final String APPOINTMENT_PREFIX = "APPT-";

  private ReferenceNumbers() {}

  /** The number of an appointment's reference: 1000 of APPT-1000. */
  public static Field<Long> ofAppointment(Field<String> reference) {
    return cast(substring(reference, inline(APPOINTMENT_PREFIX.length() + 1)), SQLDataType.BIGINT);
  }

  /** The next reference of an appointment, such as APPT-001. */
  public static String nextOfAppointment() {
    return next("appointment", APPOINTMENT_PREFIX);
  }

  /** The next reference of a ticket, such as TICK-001. */
  public static String nextOfTicket() {
    return next("ticket", TICKET_PREFIX);
  }

  /** At least three digits. The tenant is not part of the text, which stays prepared. */
  private static String next(String kind, String prefix) {
    return """
        (SELECT '%s' || lpad(n::text, greatest(3, length(n::text)), '0')
        FROM nextval(('reference."%s_' || current_tenant() || '"')::regclass) AS n)\
        """
        .formatted(prefix, kind);
  }
}
