package org.supportcenter.store.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Record;
import org.supportcenter.store.Step;
import org.supportcenter.store.Tx;

/** Several queries with the same parameters that cost one round trip. */
final class Pipeline {

  private final List<Part> parts = new ArrayList<>();

  @FunctionalInterface
  private interface Part {
    Step step(Tx tx, Map<String, Object> values);
  }

  /** Asks one more. */
  Pipeline ask(NamedSql query, Consumer<Record> eachRow) {
    parts.add((tx, values) -> query.step(tx, values, eachRow));
    return this;
  }

  /** Asks one more, whose rows are read as the driver has them. */
  Pipeline askForRows(NamedSql query, Step.Rows rows) {
    parts.add((tx, values) -> query.stepForRows(tx, values, rows));
    return this;
  }

  /**
   * Sends them and hands out the rows, in the order in which they were asked.
   *
   * @param values of all parameters
   */
  void send(Tx tx, Map<String, Object> values) {
    parts.forEach(part -> tx.enqueue(part.step(tx, values)));
    parts.clear();
    tx.send();
  }
}
