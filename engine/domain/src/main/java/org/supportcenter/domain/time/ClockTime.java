package org.supportcenter.domain.time;

import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A wall-clock time of a day in whole minutes, from 00:00 to 24:00 (the end of the day).
 *
 * @param minuteOfDay 0 to 1440
 */
public record ClockTime(int minuteOfDay) implements Comparable<ClockTime> {

  /** 24:00, the end of a day. */
  public static final ClockTime END_OF_DAY = new ClockTime(24 * 60);

  private static final Pattern FORM = Pattern.compile("([01][0-9]|2[0-3]):([0-5][0-9])|24:00");

  /**
   * @throws IllegalArgumentException when outside 0 to 1440
   */
  public ClockTime {
    if (minuteOfDay < 0 || minuteOfDay > 24 * 60) {
      throw new IllegalArgumentException("Not a minute of a day: " + minuteOfDay);
    }
  }

  /**
   * Reads {@code HH:MM}, 00:00 to 24:00.
   *
   * @throws IllegalArgumentException with a sentence for the caller when the text is anything else
   */
  public static ClockTime parse(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("must be HH:MM from 00:00 to 24:00, such as 09:30");
    }
    int hour = Integer.parseInt(text.substring(0, 2));
    return new ClockTime(hour * 60 + Integer.parseInt(text.substring(3)));
  }

  /** Whether this is 24:00. */
  public boolean isEndOfDay() {
    return minuteOfDay == END_OF_DAY.minuteOfDay;
  }

  /** The time as the JDK knows it; 24:00 becomes 00:00 (of the next day). */
  LocalTime toLocalTime() {
    return LocalTime.ofSecondOfDay(isEndOfDay() ? 0 : minuteOfDay * 60L);
  }

  @Override
  public int compareTo(ClockTime other) {
    return Integer.compare(minuteOfDay, other.minuteOfDay);
  }

  /** {@code HH:MM}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%02d:%02d", minuteOfDay / 60, minuteOfDay % 60);
  }
}
