package org.supportcenter.store.booking;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.supportcenter.store.Tx;

/**
 * A query with named parameters that is rendered once. Rendering costs more than running it, and
 * facts are read with every booking.
 */
final class NamedSql {

  private static final Pattern PARAMETER = Pattern.compile("(?<!:):(\\w+)");

  private final Select<?> query;
  private final Field<?>[] fields;
  private volatile @Nullable Rendered rendered;

  /**
   * The query as the driver takes it.
   *
   * @param names of the parameters, in the order of the question marks
   */
  private record Rendered(String sql, List<String> names) {}

  /** Of a query whose parameters are made by {@link DSL#param(String, Class)}. */
  NamedSql(Select<?> query) {
    this.query = query;
    this.fields = query.fields();
  }

  /** What a row of the answer consists of. */
  Field<?>[] fields() {
    return fields.clone();
  }

  /** With question marks for the parameters. */
  String sql(Tx tx) {
    return rendered(tx).sql();
  }

  /**
   * Sets the parameters.
   *
   * @param at position of the first one
   * @return position after the last one
   */
  int bind(Tx tx, PreparedStatement statement, int at, Map<String, Object> values)
      throws SQLException {
    int position = at;
    for (var name : rendered(tx).names()) {
      var value = requireNonNull(values.get(name), name);
      set(statement, position++, value);
    }
    return position;
  }

  private static void set(PreparedStatement statement, int position, Object value)
      throws SQLException {
    switch (value) {
      case Instant instant -> statement.setObject(position, instant.atOffset(ZoneOffset.UTC));
      case UUID[] ids -> statement.setArray(position, uuids(statement.getConnection(), ids));
      case UUID id -> statement.setObject(position, id);
      case LocalDate date -> statement.setObject(position, date);
      default -> throw new IllegalArgumentException("No way to bind a " + value.getClass());
    }
  }

  private static java.sql.Array uuids(Connection connection, UUID[] ids) throws SQLException {
    return connection.createArrayOf("uuid", ids);
  }

  private Rendered rendered(Tx tx) {
    var known = rendered;
    if (known == null) {
      var named = tx.sql().renderNamedParams(query);
      var names = new ArrayList<String>();
      var matcher = PARAMETER.matcher(named);
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
      known = new Rendered(PARAMETER.matcher(named).replaceAll("?"), List.copyOf(names));
      rendered = known;
    }
    return known;
  }
}
