package org.supportcenter.domain.ticket;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people enter on a ticket. Texts are as written.
 *
 * @param subject one line, never blank
 * @param description maybe empty
 * @param customerId whom it is for
 * @param assigneeId the technician who works on it; null: nobody
 * @param dueTime when it should be solved, a whole second; null: no such time
 */
public record TicketContent(
    String subject,
    String description,
    UUID customerId,
    @Nullable UUID assigneeId,
    Priority priority,
    @Nullable Instant dueTime) {

  TicketContent assignedTo(@Nullable UUID technicianId) {
    return new TicketContent(subject, description, customerId, technicianId, priority, dueTime);
  }

  TicketContent withSubject(String text) {
    return new TicketContent(text, description, customerId, assigneeId, priority, dueTime);
  }
}
