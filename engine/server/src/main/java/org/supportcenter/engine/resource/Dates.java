package org.supportcenter.engine.resource;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;

/** Local dates, {@code "YYYY-MM-DD"} on the wire. */
public final class Dates {

  private Dates() {}

  /**
   * A date from the wire.
   *
   * @param field where it was given, in lowerCamel
   * @throws RefusedException if the calendar has no such date, or not in the years we know
   */
  public static LocalDate date(String text, String field) {
    if (text.isEmpty()) {
      throw invalid(field, "is required");
    }
    try {
      var date = LocalDate.parse(text);
      var problem = Limits.problem(date.atStartOfDay().toInstant(ZoneOffset.UTC));
      if (problem != null) {
        throw invalid(field, problem);
      }
      return date;
    } catch (DateTimeParseException notADate) {
      throw invalid(field, "must be a date of the calendar, such as 2027-03-28");
    }
  }

  /** A date that need not be given; null when it is not. */
  public static @Nullable LocalDate optional(String text, String field) {
    return text.isEmpty() ? null : date(text, field);
  }

  private static RefusedException invalid(String field, String problem) {
    return new Refusal.FieldsInvalid(field, problem).asException();
  }
}
