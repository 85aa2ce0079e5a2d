package org.supportcenter.store.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.change.Author;

/**
 * An entry in the history of a ticket.
 *
 * @param type what happened, e.g. {@code "ticket.updated"}
 * @param author who did it
 * @param reason why, in words, when the ticket followed an appointment; else null
 * @param version the ticket's version after it
 */
public record TicketEvent(
    String type,
    Instant time,
    Author author,
    @Nullable String reason,
    int version,
    List<FieldChange> changes) {

  public TicketEvent {
    changes = List.copyOf(changes);
  }
}
