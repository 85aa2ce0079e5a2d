package org.supportcenter.store.booking;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Record;
import org.supportcenter.store.Tx;

/** Several queries with the same parameters that cost one round trip. */
final class Pipeline {

  private final Map<NamedSql, Consumer<Record>> parts = new LinkedHashMap<>();

  /** Asks one more. */
  Pipeline ask(NamedSql query, Consumer<Record> eachRow) {
    parts.put(query, eachRow);
    return this;
  }

  /**
   * Sends them and hands out the rows, in the order in which they were asked.
   *
   * @param values of all parameters
   */
  void send(Tx tx, Map<String, Object> values) {
    parts.forEach((query, eachRow) -> tx.enqueue(query.step(tx, values, eachRow)));
    parts.clear();
    tx.send();
  }
}
