package org.supportcenter.mailer.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of events: one step in the history of an appointment or ticket.
 *
 * @param version of the resource after it
 * @param reason why, in words, where that was written down
 */
record EventEntry(
    int version,
    String type,
    Instant time,
    String actor,
    String source,
    @Nullable String reason,
    List<Change> changes) {

  /** A field that changed; values as in JSON, empty when there is none. */
  record Change(String field, String before, String after) {}

  EventEntry {
    changes = List.copyOf(changes);
  }
}
