package org.supportcenter.store.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.SortField;

/**
 * One column a list is sorted by.
 *
 * @param index its place among the keys
 */
record SortKey(Field<?> column, boolean descending, int index) {

  SortField<?> ordered() {
    return descending ? column.desc() : column.asc();
  }

  /** The column once more, under a name of its own, for the token of the next page. */
  Field<?> selected() {
    return column.as("sort_key_" + index);
  }

  /**
   * A value of the column, from how it was written into a token.
   *
   * @throws IllegalArgumentException or {@link java.time.DateTimeException} if it is none
   */
  Object value(String text) {
    var type = column.getType();
    if (type == String.class) {
      return storable(text, text.indexOf('\0') < 0);
    } else if (type == Instant.class) {
      var instant = Instant.parse(text);
      return storable(instant, isStorable(LocalDate.ofInstant(instant, ZoneOffset.UTC)));
    } else if (type == LocalDate.class) {
      var date = LocalDate.parse(text);
      return storable(date, isStorable(date));
    } else if (type == Integer.class) {
      return Integer.valueOf(text);
    } else if (type == Long.class) {
      return Long.valueOf(text);
    } else if (type == UUID.class) {
      return UUID.fromString(text);
    }
    throw new IllegalStateException("Lists cannot be sorted by a column of " + type);
  }

  /**
   * Tokens can be edited: what no row can hold is no value, and the database would stumble on it.
   */
  private static <T> T storable(T value, boolean storable) {
    if (!storable) {
      throw new IllegalArgumentException("No row holds " + value);
    }
    return value;
  }

  private static boolean isStorable(LocalDate date) {
    return date.getYear() >= 1 && date.getYear() <= 9999;
  }
}
