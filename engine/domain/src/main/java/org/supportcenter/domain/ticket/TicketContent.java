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

  /** The same under another subject. */
  public TicketContent titled(String newSubject) {
    return new TicketContent(newSubject, description, customerId, assigneeId, priority, dueTime);
  }

  /** The same for another customer. */
  public TicketContent forCustomer(UUID newCustomerId) {
    return new TicketContent(subject, description, newCustomerId, assigneeId, priority, dueTime);
  }

  /** The same with somebody else, or nobody, working on it. */
  public TicketContent assignedTo(@Nullable UUID newAssigneeId) {
    return new TicketContent(subject, description, customerId, newAssigneeId, priority, dueTime);
  }
}
