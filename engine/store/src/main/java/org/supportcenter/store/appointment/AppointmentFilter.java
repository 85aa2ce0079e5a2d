package org.supportcenter.store.appointment;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.ticket.Priority;

/**
 * Which appointments a list shows: those that fit everything given.
 *
 * @param viewer the technician who sees only their own; null: the caller sees all
 * @param from start of the window that their span meets; null: open
 * @param until end of the window, exclusive, after {@code from}; null: open
 * @param statuses empty: any
 * @param priorities empty: any
 * @param words each occurs in reference, customer's name, description or address, whatever the case
 */
public record AppointmentFilter(
    @Nullable UUID viewer,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable UUID technicianId,
    @Nullable UUID customerId,
    @Nullable UUID ticketId,
    @Nullable UUID serviceTypeId,
    Set<AppointmentStatus> statuses,
    Set<Priority> priorities,
    String words) {

  public AppointmentFilter {
    statuses = Set.copyOf(statuses);
    priorities = Set.copyOf(priorities);
  }
}
