package org.supportcenter.domain.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.supportcenter.domain.time.Span;

/** Times, lengths and counts as people read them. */
public final class Words {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter CLOCK_WITH_SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

  private Words() {}

  /** {@code Mon 1 Mar 2027}. */
  static String day(LocalDate date) {
    return DAY.format(date);
  }

  /** {@code Mon 1 Mar 2027 10:00 (Europe/Berlin)}. */
  public static String moment(Instant instant, ZoneId zone) {
    return dayAndClock(instant.atZone(zone)) + in(zone);
  }

  /** The first whole second that is not before the instant: the clock is finer than starts are. */
  static Instant wholeSecond(Instant instant) {
    return instant.getNano() == 0 ? instant : Instant.ofEpochSecond(instant.getEpochSecond() + 1);
  }

  /** {@code Mon 1 Mar 2027 10:00 to 11:00 (Europe/Berlin)}; a later day is named too. */
  static String stretch(Span span, ZoneId zone) {
    return range(span, zone) + in(zone);
  }

  /** The same without the zone. */
  static String range(Span span, ZoneId zone) {
    var start = span.start().atZone(zone);
    var end = span.end().atZone(zone);
    var endsSameDay = start.toLocalDate().equals(end.toLocalDate());
    return dayAndClock(start) + " to " + (endsSameDay ? clock(end) : dayAndClock(end));
  }

  /** {@code (Europe/Berlin)}, with a space before it. */
  static String in(ZoneId zone) {
    return " (" + zone.getId() + ")";
  }

  /** {@code 2 days 1 hour 30 minutes}; nothing at all is {@code 0 minutes}. */
  public static String length(Duration length) {
    var parts = new ArrayList<String>();
    add(parts, length.toDays(), "day");
    add(parts, length.toHoursPart(), "hour");
    add(parts, length.toMinutesPart(), "minute");
    add(parts, length.toSecondsPart(), "second");
    return parts.isEmpty() ? "0 minutes" : String.join(" ", parts);
  }

  /** {@code 1 appointment}, {@code 2 appointments}. */
  static String count(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** Whole minutes, a started one counting, for what is asked for. */
  static String minutesUp(Duration length) {
    return Long.toString(Math.ceilDiv(length.toSeconds(), 60));
  }

  /** Whole minutes, a started one not counting, for what there is. */
  static String minutesDown(Duration length) {
    return Long.toString(Math.floorDiv(length.toSeconds(), 60));
  }

  private static void add(List<String> parts, long count, String noun) {
    if (count != 0) {
      parts.add(count(count, noun));
    }
  }

  private static String dayAndClock(ZonedDateTime time) {
    return DAY.format(time) + " " + clock(time);
  }

  private static String clock(ZonedDateTime time) {
    return (time.getSecond() == 0 ? CLOCK : CLOCK_WITH_SECONDS).format(time);
  }
}
