package org.supportcenter.store.booking;

import java.util.List;
import java.util.Map;
import org.jooq.Field;
import org.supportcenter.store.Tx;
import org.supportcenter.store.Values;

/** A single value that is asked for by an expression with named parameters. */
final class NamedValue {

  private final NamedText text;

  /** Of an expression that needs no table beside it. */
  NamedValue(Field<?> expression) {
    this.text = new NamedText(expression);
  }

  /**
   * The value as a step of a transaction.
   *
   * @param values of all parameters
   */
  Values step(Tx tx, Map<String, Object> values, Values.Reader reader) {
    var known = text.rendered(tx);
    return new Values(List.of(known.sql()), known.from(values), reader);
  }
}
