package org.supportcenter.store;

import static org.jooq.impl.DSL.cast;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.substring;

import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/** The references people call appointments and tickets by: APPT-001, TICK-001. */
public enum ReferenceNumbers {
  /** Of appointments. */
  APPOINTMENT("appointment", "APPT-"),
  /** Of tickets. */
  TICKET("ticket", "TICK-");

  private static final int LEAST_DIGITS = 3;

  private final String kind;
  private final String prefix;

  ReferenceNumbers(String kind, String prefix) {
    this.kind = kind;
    this.prefix = prefix;
  }

  /**
   * SQL of the tenant's next number, a bigint. Each read draws one; one drawn is used up even when
   * the transaction fails. The tenant is not part of the text, which stays prepared.
   */
  public String nextNumber() {
    return "nextval(('reference.\"%s_' || current_tenant() || '\"')::regclass)".formatted(kind);
  }

  /** The reference with this number. */
  public String reference(long number) {
    var digits = Long.toString(number);
    return prefix + "0".repeat(Math.max(0, LEAST_DIGITS - digits.length())) + digits;
  }

  /** The number of a reference: 1000 of APPT-1000. */
  public Field<Long> number(Field<String> reference) {
    return cast(substring(reference, inline(prefix.length() + 1)), SQLDataType.BIGINT);
  }
}
