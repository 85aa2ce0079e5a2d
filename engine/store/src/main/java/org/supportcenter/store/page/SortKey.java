package org.supportcenter.store.page;

import org.jooq.Field;
import org.jooq.SortField;

/**
 * One column a list is sorted by.
 *
 * @param index its place among the keys
 */
record SortKey(Field<?> column, boolean descending, int index) {

  SortField<?> ordered() {
    return descending ? column.desc() : column.asc();
  }

  /** The column once more, under a name of its own, for the token of the next page. */
  Field<?> selected() {
    return column.as("sort_key_" + index);
  }
}
