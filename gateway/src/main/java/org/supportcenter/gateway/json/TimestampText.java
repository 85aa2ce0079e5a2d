package org.supportcenter.gateway.json;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Times as RFC 3339 writes them, in UTC. Those of whole seconds, which nearly all of a page are,
 * are put together here: the JDK's formatter takes several times as long.
 */
final class TimestampText {

  private static final long SECONDS_OF_A_DAY = 86_400;

  private TimestampText() {}

  /**
   * The text.
   *
   * @throws IllegalArgumentException when it is not in the years 1 to 9999
   */
  static String of(Timestamp timestamp) {
    Timestamps.checkValid(timestamp);
    if (timestamp.getNanos() != 0) {
      return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos()).toString();
    }
    var day = Math.floorDiv(timestamp.getSeconds(), SECONDS_OF_A_DAY);
    var date = LocalDate.ofEpochDay(day);
    var second = (int) (timestamp.getSeconds() - day * SECONDS_OF_A_DAY);
    var text = "0000-00-00T00:00:00Z".toCharArray();
    two(text, 0, date.getYear() / 100);
    two(text, 2, date.getYear() % 100);
    two(text, 5, date.getMonthValue());
    two(text, 8, date.getDayOfMonth());
    two(text, 11, second / 3_600);
    two(text, 14, second / 60 % 60);
    two(text, 17, second % 60);
    return new String(text);
  }

  private static void two(char[] text, int at, int number) {
    text[at] = (char) ('0' + number / 10);
    text[at + 1] = (char) ('0' + number % 10);
  }
}
