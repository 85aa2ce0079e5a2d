package org.supportcenter.store;

import org.jspecify.annotations.Nullable;

/**
 * What is done in one transaction. It may be run again from the start when the transaction met a
 * deadlock or lost its connection, so it must have no effect but on the database.
 */
@FunctionalInterface
public interface Work<T extends @Nullable Object> {

  /** Does it; what it throws rolls the transaction back. */
  T run(Tx tx);
}
