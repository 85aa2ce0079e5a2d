package org.supportcenter.store.booking;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.Record;
import org.supportcenter.store.Tx;

/**
 * Several queries that go to the server together and cost one round trip. The server runs them one
 * after the other, each on what is committed when its turn comes.
 */
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
    var sql = parts.keySet().stream().map(part -> part.sql(tx)).collect(Collectors.joining(";"));
    tx.sql()
        .connection(
            connection -> {
              try (var statement = connection.prepareStatement(sql)) {
                int position = 1;
                for (var part : parts.keySet()) {
                  position = part.bind(tx, statement, position, values);
                }
                statement.execute();
                for (var part : parts.entrySet()) {
                  try (var rows = statement.getResultSet()) {
                    if (rows == null) {
                      throw new SQLException("A query of the pipeline has no answer");
                    }
                    tx.sql().fetch(rows, part.getKey().fields()).forEach(part.getValue());
                  }
                  statement.getMoreResults();
                }
              }
            });
  }
}
