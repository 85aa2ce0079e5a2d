package org.supportcenter.runtime.ops;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What must go on for as long as the process works. Nothing begins it again when it has ended, so
 * that is a reason to restart the process. Thread-safe.
 */
public final class LifeSigns {

  private final List<Supplier<@Nullable String>> watched = new CopyOnWriteArrayList<>();

  /**
   * Looks at one more part.
   *
   * @param ended says in a sentence what of it has ended; null while all goes on
   */
  public void watch(Supplier<@Nullable String> ended) {
    watched.add(ended);
  }

  /** What has ended, in sentences; null if nothing has. */
  @Nullable String ended() {
    var sentences =
        watched.stream()
            .map(Supplier::get)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return sentences.isEmpty() ? null : sentences;
  }
}
