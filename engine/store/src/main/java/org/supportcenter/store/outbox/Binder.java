package org.supportcenter.store.outbox;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of a statement one after the other, whole columns as arrays. */
final class Binder {

  private final PreparedStatement statement;
  private int position;

  Binder(PreparedStatement statement) {
    this.statement = statement;
  }

  void text(String value) throws SQLException {
    statement.setString(++position, value);
  }

  void flag(boolean value) throws SQLException {
    statement.setBoolean(++position, value);
  }

  <R> void texts(List<R> rows, Function<R, @Nullable String> value) throws SQLException {
    array("text", rows, value);
  }

  <R> void uuids(List<R> rows, Function<R, @Nullable UUID> value) throws SQLException {
    array("uuid", rows, value);
  }

  <R> void ints(List<R> rows, Function<R, Integer> value) throws SQLException {
    array("int4", rows, value);
  }

  <R> void flags(List<R> rows, Function<R, Boolean> value) throws SQLException {
    array("bool", rows, value);
  }

  /** Instants travel as text: the driver has no arrays of them. */
  <R> void instants(List<R> rows, Function<R, Instant> value) throws SQLException {
    array("text", rows, value.andThen(Instant::toString));
  }

  /** Arrays within an array travel as text, since they differ in length. */
  <R> void lists(List<R> rows, Function<R, List<String>> value) throws SQLException {
    array("text", rows, value.andThen(Binder::literal));
  }

  private <R> void array(String type, List<R> rows, Function<R, ? extends @Nullable Object> value)
      throws SQLException {
    var values = new @Nullable Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value.apply(rows.get(i));
    }
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
