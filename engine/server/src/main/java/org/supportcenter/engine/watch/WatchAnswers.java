package org.supportcenter.engine.watch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.engine.appointment.AppointmentMessages;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.store.outbox.FeedEntry;
import org.supportcenter.store.outbox.FeedPosition;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.WatchAppointmentsResponse;
import org.supportcenter.v1.WatchAppointmentsResponse.Kind;

/**
 * What one watcher is told.
 *
 * @param technician who sees only their own; null: sees all
 */
record WatchAnswers(UUID tenant, @Nullable UUID technician) {

  /** A sign of life. */
  WatchAppointmentsResponse heartbeat(FeedPosition position) {
    return answer(Kind.HEARTBEAT, position).build();
  }

  /** News, or null when the change is none of the watcher's business. */
  @Nullable WatchAppointmentsResponse news(FeedEntry entry) {
    if (!concerns(entry)) {
      return null;
    }
    if (technician == null || entry.appointment().technicianId().equals(technician)) {
      return answer(Kind.CHANGED, entry.position())
          .setType(entry.type())
          .setAppointment(AppointmentMessages.message(entry.appointment()))
          .build();
    }
    var name = Names.APPOINTMENT.of(entry.appointment().id());
    return answer(Kind.REMOVED, entry.position())
        .setType(entry.type())
        .setAppointment(Appointment.newBuilder().setName(name))
        .build();
  }

  private boolean concerns(FeedEntry entry) {
    return technician == null
        || technician.equals(entry.technicianId())
        || technician.equals(entry.previousTechnicianId());
  }

  private WatchAppointmentsResponse.Builder answer(Kind kind, FeedPosition position) {
    return WatchAppointmentsResponse.newBuilder()
        .setKind(kind)
        .setResumeToken(ResumeTokens.write(tenant, position));
  }
}
