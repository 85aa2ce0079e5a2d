package org.supportcenter.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Single values. Those that are asked for one after the other become one statement, since most of
 * what such a small one costs is to be a statement at all.
 *
 * @param expressions SQL of each value
 * @param parameters sets those of all expressions, in their order
 */
public record Values(List<String> expressions, Parameters parameters, Reader reader)
    implements Step {

  /** Copies the list. */
  public Values {
    expressions = List.copyOf(expressions);
  }

  /** Takes the values in. */
  @FunctionalInterface
  public interface Reader {

    /**
     * Reads them; what it throws undoes the transaction.
     *
     * @param row stands at the row that has them
     * @param first the column of the first of them
     */
    void read(ResultSet row, int first) throws SQLException;
  }

  @Override
  public String sql() {
    return "SELECT " + String.join(", ", expressions);
  }

  @Override
  public Rows rows() {
    return rows -> {
      rows.next();
      reader.read(rows, 1);
    };
  }

  /** These and then the others, in one statement. */
  Values and(Values others) {
    return new Values(
        Stream.concat(expressions.stream(), others.expressions.stream()).toList(),
        binder -> {
          parameters.set(binder);
          others.parameters.set(binder);
        },
        (row, first) -> {
          reader.read(row, first);
          others.reader.read(row, first + expressions.size());
        });
  }
}
