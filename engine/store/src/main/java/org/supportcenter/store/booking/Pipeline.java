package org.supportcenter.store.booking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Record;
import org.supportcenter.store.Step;
import org.supportcenter.store.Tx;
import org.supportcenter.store.Values;

/** Several queries that cost one round trip. */
final class Pipeline {

  private final List<Function<Tx, Step>> parts = new ArrayList<>();

  /**
   * Asks one more.
   *
   * @param values of all its parameters
   */
  Pipeline ask(NamedSql query, Map<String, Object> values, Consumer<Record> eachRow) {
    parts.add(tx -> query.step(tx, values, eachRow));
    return this;
  }

  /** Asks one more, whose rows are read as the driver has them. */
  Pipeline askForRows(NamedSql query, Map<String, Object> values, Step.Rows rows) {
    parts.add(tx -> query.stepForRows(tx, values, rows));
    return this;
  }

  /** Asks for a single value. */
  Pipeline askFor(NamedValue value, Map<String, Object> values, Values.Reader reader) {
    parts.add(tx -> value.step(tx, values, reader));
    return this;
  }

  /** Sends them and hands out the rows, in the order in which they were asked. */
  void send(Tx tx) {
    parts.forEach(part -> tx.enqueue(part.apply(tx)));
    parts.clear();
    tx.send();
  }
}
