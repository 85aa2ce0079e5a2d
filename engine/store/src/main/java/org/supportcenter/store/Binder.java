package org.supportcenter.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of a statement one after the other, whole columns as arrays. */
public final class Binder {

  private final PreparedStatement statement;
  private int position;

  Binder(PreparedStatement statement) {
    this.statement = statement;
  }

  /** One value, whose class says its type; null is of the type the statement expects. */
  public void value(@Nullable Object value) throws SQLException {
    switch (value) {
      case null -> statement.setObject(++position, null);
      case String text -> statement.setString(++position, text);
      case UUID id -> statement.setObject(++position, id);
      case Boolean flag -> statement.setBoolean(++position, flag);
      case Integer number -> statement.setInt(++position, number);
      case Double number -> statement.setDouble(++position, number);
      case Instant instant -> statement.setObject(++position, instant.atOffset(ZoneOffset.UTC));
      case LocalDate date -> statement.setObject(++position, date);
      case byte[] bytes -> statement.setBytes(++position, bytes);
      case long[] numbers -> statement.setObject(++position, numbers);
      case UUID[] ids -> array("uuid", ids);
      case String[] texts -> array("text", texts);
      case OffsetDateTime[] times -> array("timestamptz", times);
      default -> throw new IllegalArgumentException("No way to bind a " + value.getClass());
    }
  }

  /** A column of texts. */
  public <R> void texts(List<R> rows, Function<R, @Nullable String> value) throws SQLException {
    array("text", rows, value);
  }

  /** A column of ids. */
  public <R> void uuids(List<R> rows, Function<R, @Nullable UUID> value) throws SQLException {
    array("uuid", rows, value);
  }

  /** A column of numbers. */
  public <R> void ints(List<R> rows, Function<R, Integer> value) throws SQLException {
    array("int4", rows, value);
  }

  /** A column of yes and no. */
  public <R> void flags(List<R> rows, Function<R, Boolean> value) throws SQLException {
    array("bool", rows, value);
  }

  /** A column of instants. They travel as text: the driver has no arrays of them. */
  public <R> void instants(List<R> rows, Function<R, Instant> value) throws SQLException {
    array("text", rows, value.andThen(Instant::toString));
  }

  /** A column of lists. They travel as text, since they differ in length. */
  public <R> void lists(List<R> rows, Function<R, List<String>> value) throws SQLException {
    array("text", rows, value.andThen(Binder::literal));
  }

  private <R> void array(String type, List<R> rows, Function<R, ? extends @Nullable Object> value)
      throws SQLException {
    var values = new @Nullable Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i));
    }
    array(type, values);
  }

  private void array(String type, @Nullable Object[] values) throws SQLException {
    statement.setArray(++position, statement.getConnection().createArrayOf(type, values));
  }

  /** The array as PostgreSQL reads it: each entry in quotes. */
  private static String literal(List<String> entries) {
    var literal = new StringBuilder("{");
    for (var entry : entries) {
      literal.append(literal.length() == 1 ? "\"" : ",\"");
      for (int i = 0; i < entry.length(); i++) {
        char c = entry.charAt(i);
        if (c == '"' || c == '\\') {
          literal.append('\\');
        }
        literal.append(c);
      }
      literal.append('"');
    }
    return literal.append('}').toString();
  }
}
