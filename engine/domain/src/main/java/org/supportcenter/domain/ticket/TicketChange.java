package org.supportcenter.domain.ticket;

import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a ticket; it happened at the update time of {@code after}.
 *
 * @param before null when it was created
 * @param reason why, in words, when it followed an appointment; null when a person changed it
 */
public record TicketChange(@Nullable Ticket before, Ticket after, @Nullable String reason) {

  /** The name the change goes by outside. */
  public String code() {
    return before == null ? "ticket.created" : "ticket.updated";
  }
}
