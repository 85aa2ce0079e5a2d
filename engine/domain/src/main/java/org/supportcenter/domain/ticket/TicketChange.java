package org.supportcenter.domain.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a ticket; it happened at the update time of {@code after}.
 *
 * @param before null when it was created
 * @param reason why, in words, when it followed an appointment; null when a person changed it
 */
public record TicketChange(@Nullable Ticket before, Ticket after, @Nullable String reason) {

  private static final String CREATED = "ticket.created";
  private static final String UPDATED = "ticket.updated";

  /** Every code there is. */
  public static final List<String> CODES = List.of(CREATED, UPDATED);

  /** The name the change goes by outside. */
  public String code() {
    return before == null ? CREATED : UPDATED;
  }
}
