package org.supportcenter.domain.rule;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One broken rule, in words and numbers.
 *
 * @param subject whom it is about: the technician, or the customer for {@code CUSTOMER_OVERLAP}
 * @param conflict what stands in the way, where it is a thing of its own; the caller may be shown it
 *     only if they may see that thing, else {@link #redacted}
 * @param sentence one plain sentence, times in the technician's zone with the zone named
 * @param metadata the numbers, as text: {@code ...Minutes}, {@code ...Days}, counts, UTC instants
 */
public record Violation(
    Reason reason,
    Subject subject,
    @Nullable Subject conflict,
    String sentence,
    Map<String, String> metadata) {

  public Violation {
    metadata = Map.copyOf(metadata);
  }

  /** The same violation without a trace of what stands in the way. */
  public Violation redacted() {
    return conflict == null
        ? this
        : new Violation(reason, subject, null, reason.summary(), Map.of());
  }

  /** The numbers in a stable order, for showing and storing. */
  public Map<String, String> sortedMetadata() {
    return new TreeMap<>(metadata);
  }
}
