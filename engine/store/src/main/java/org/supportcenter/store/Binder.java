package org.supportcenter.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of a statement one after the other. */
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
      case Boolean[] flags -> array("bool", flags);
      case Integer[] numbers -> array("int4", numbers);
      case UUID[] ids -> array("uuid", ids);
      case String[] texts -> array("text", texts);
      case OffsetDateTime[] times -> array("timestamptz", times);
      default -> throw new IllegalArgumentException("No way to bind a " + value.getClass());
    }
  }

  private void array(String type, @Nullable Object[] values) throws SQLException {
    statement.setArray(++position, statement.getConnection().createArrayOf(type, values));
  }
}
