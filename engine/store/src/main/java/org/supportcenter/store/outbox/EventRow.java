package org.supportcenter.store.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.ticket.TicketChange;

/** A change as a row of the table of events, but for its tenant, author and place in the feed. */
record EventRow(
    String resourceType,
    UUID resourceId,
    int version,
    String type,
    Instant time,
    @Nullable String reason,
    @Nullable UUID technicianId,
    @Nullable UUID previousTechnicianId,
    List<FieldChange> changes,
    List<String> waivedReasons,
    @Nullable String waiveJustification) {

  static EventRow of(AppointmentChange change) {
    var before = change.before();
    var after = change.after();
    var waivers = change.waivers();
    return new EventRow(
        "APPOINTMENT",
        after.id(),
        after.version(),
        change.type().code(),
        after.revision().updateTime(),
        null,
        after.technicianId(),
        previous(before == null ? null : before.technicianId(), after.technicianId()),
        FieldChanges.of(before, after),
        waivers.stream().map(waiver -> waiver.reason().name()).toList(),
        waivers.isEmpty() ? null : waivers.getFirst().justification());
  }

  static EventRow of(TicketChange change) {
    var before = change.before();
    var after = change.after();
    var assignee = after.content().assigneeId();
    return new EventRow(
        "TICKET",
        after.id(),
        after.version(),
        change.code(),
        after.updateTime(),
        change.reason(),
        assignee,
        previous(before == null ? null : before.content().assigneeId(), assignee),
        FieldChanges.of(before, after),
        List.of(),
        null);
  }

  /** Who had it before, where that is somebody else. */
  private static @Nullable UUID previous(@Nullable UUID before, @Nullable UUID after) {
    return before == null || before.equals(after) ? null : before;
  }

  /** One side of the field changes. */
  String[] column(Function<FieldChange, String> side) {
    return changes.stream().map(side).toArray(String[]::new);
  }
}
