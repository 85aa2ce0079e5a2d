package org.supportcenter.gateway.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Times as RFC 3339 writes them, in UTC, with as many digits of the second as protobuf's JSON has:
 * none, three, six or nine. They are put together here, since the JDK's formatter takes several
 * times as long, and a page of a thousand appointments has four thousand of them.
 */
final class TimestampText {

  private static final long SECONDS_OF_A_DAY = 86_400;
  private static final int NANOS_OF_A_MILLI = 1_000_000;
  private static final int NANOS_OF_A_MICRO = 1_000;
  private static final String FORM = "0000-00-00T00:00:00.000000000Z";
  private static final int AFTER_SECONDS = FORM.indexOf('.');

  private TimestampText() {}

  /**
   * The text, in ASCII.
   *
   * @throws IllegalArgumentException when it is not in the years 1 to 9999
   */
  static byte[] of(Timestamp timestamp) {
    Timestamps.checkValid(timestamp);
    var day = Math.floorDiv(timestamp.getSeconds(), SECONDS_OF_A_DAY);
    var date = LocalDate.ofEpochDay(day);
    var second = (int) (timestamp.getSeconds() - day * SECONDS_OF_A_DAY);
    var text = FORM.getBytes(ISO_8859_1);
    number(text, 0, 4, date.getYear());
    number(text, 5, 2, date.getMonthValue());
    number(text, 8, 2, date.getDayOfMonth());
    number(text, 11, 2, second / 3_600);
    number(text, 14, 2, second / 60 % 60);
    number(text, 17, 2, second % 60);
    number(text, AFTER_SECONDS + 1, 9, timestamp.getNanos());
    var digits = digits(timestamp.getNanos());
    var end = digits == 0 ? AFTER_SECONDS : AFTER_SECONDS + 1 + digits;
    text[end] = 'Z';
    return Arrays.copyOf(text, end + 1);
  }

  private static int digits(int nanos) {
    if (nanos == 0) {
      return 0;
    }
    if (nanos % NANOS_OF_A_MILLI == 0) {
      return 3;
    }
    return nanos % NANOS_OF_A_MICRO == 0 ? 6 : 9;
  }

  private static void number(byte[] text, int at, int digits, int number) {
    var rest = number;
    for (int i = at + digits - 1; i >= at; i--) {
      text[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }
}
