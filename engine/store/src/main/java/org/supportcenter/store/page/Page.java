package org.supportcenter.store.page;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param nextToken asks for the page after it; empty on the last one
 */
public record Page<T>(List<T> entries, String nextToken) {

  public Page {
    entries = List.copyOf(entries);
  }

  /** The same page of what the entries turn into. */
  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(entries.stream().<R>map(change).toList(), nextToken);
  }
}
