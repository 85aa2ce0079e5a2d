package org.supportcenter.store.booking;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.supportcenter.store.Step;
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
    // Not fields(), which copies them: a row finds a column at once only by the very field
    // selected.
    this(query, query.$select().toArray(Field[]::new));
  }

  /**
   * Of a query whose columns are read as others, which stand for them one by one.
   *
   * @param columns by which the rows are read
   */
  NamedSql(Select<?> query, List<Field<?>> columns) {
    this(query, columns.toArray(Field[]::new));
  }

  private NamedSql(Select<?> query, Field<?>[] columns) {
    this.query = query;
    this.fields = columns;
  }

  /** What a row of the answer consists of. */
  Field<?>[] fields() {
    return fields.clone();
  }

  /**
   * The query as a step of a transaction.
   *
   * @param values of all parameters
   * @param eachRow takes the rows of the answer, in their order
   */
  Step step(Tx tx, Map<String, Object> values, Consumer<Record> eachRow) {
    return stepForRows(tx, values, rows -> tx.rendering().fetch(rows, fields).forEach(eachRow));
  }

  /**
   * The same, whose rows are read as the driver has them.
   *
   * @param rows takes the answer
   */
  Step stepForRows(Tx tx, Map<String, Object> values, Step.Rows rows) {
    var known = rendered(tx);
    return new Step(
        known.sql(),
        binder -> {
          for (var name : known.names()) {
            binder.value(requireNonNull(values.get(name), name));
          }
        },
        rows);
  }

  private Rendered rendered(Tx tx) {
    var known = rendered;
    if (known == null) {
      var named = tx.rendering().renderNamedParams(query);
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
