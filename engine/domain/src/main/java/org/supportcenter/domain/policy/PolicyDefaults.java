package org.supportcenter.domain.policy;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.DayOfWeek.TUESDAY;
import static java.time.DayOfWeek.WEDNESDAY;

import java.time.Duration;
import org.supportcenter.domain.time.LocalHours;
import org.supportcenter.domain.time.WeeklyHours;

/** What holds where neither tenant, technician nor service type says anything. */
final class PolicyDefaults {

  /** Monday to Friday, 09:00 to 17:00. */
  static final WeeklyHours WEEKLY_HOURS =
      WeeklyHours.of(LocalHours.of("09:00", "17:00"), MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY);

  /** No buffer on either side. */
  static final Duration BUFFER = Duration.ZERO;

  /** One hour. */
  static final Duration DURATION = Duration.ofHours(1);

  /** A visit may start the next second. */
  static final Duration MINIMUM_NOTICE = Duration.ZERO;

  /** About two months. */
  static final int ADVANCE_BOOKING_DAYS = 60;

  /** A quarter of an hour. */
  static final Duration SLOT_STEP = Duration.ofMinutes(15);

  /** A customer cannot be in two visits at once. */
  static final boolean PREVENT_CUSTOMER_OVERLAP = true;

  /** One day. */
  static final Duration CUSTOMER_CHANGE_CUTOFF = Duration.ofHours(24);

  private PolicyDefaults() {}
}
