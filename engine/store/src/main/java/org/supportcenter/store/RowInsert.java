package org.supportcenter.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/**
 * Inserts single rows of one table for the tenant of the transaction. The statement is rendered
 * once: rendering costs more than running it.
 */
public final class RowInsert {

  private final Table<?> table;
  private volatile @Nullable Rendered rendered;

  /**
   * The statement as the driver takes it.
   *
   * @param columns positions, in a row, of what the question marks stand for
   */
  private record Rendered(String sql, List<Integer> columns) {}

  /** Into a table whose tenant is the column {@code tenant_id}. */
  public RowInsert(Table<?> table) {
    this.table = table;
  }

  /**
   * The insert as a step of a transaction.
   *
   * @param row in which the same fields are set in every call, but for the tenant
   */
  public Step step(Record row) {
    var known = rendered(row);
    return Step.silent(
        known.sql(),
        binder -> {
          for (var column : known.columns()) {
            binder.value(row.get(column));
          }
        });
  }

  private Rendered rendered(Record row) {
    var known = rendered;
    if (known == null) {
      var columns = IntStream.range(0, row.size()).filter(row::touched).boxed().toList();
      var names = columns.stream().map(row::field).map(Field::getName);
      known =
          new Rendered(
              "INSERT INTO %s (tenant_id, %s) VALUES (%s)"
                  .formatted(
                      table.getName(),
                      names.collect(Collectors.joining(", ")),
                      Stream.concat(Stream.of("current_tenant()"), columns.stream().map(_ -> "?"))
                          .collect(Collectors.joining(", "))),
              columns);
      rendered = known;
    }
    return known;
  }
}
