package org.supportcenter.store.booking;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.supportcenter.store.Statement;
import org.supportcenter.store.Step;
import org.supportcenter.store.Tx;

/** A query with named parameters. */
final class NamedSql {

  private final NamedText text;
  private final Field<?>[] fields;

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
    this.text = new NamedText(query);
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
    var known = text.rendered(tx);
    return new Statement(known.sql(), known.from(values), rows);
  }
}
