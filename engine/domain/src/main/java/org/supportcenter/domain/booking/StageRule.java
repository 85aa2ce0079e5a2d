package org.supportcenter.domain.booking;

import static org.supportcenter.domain.appointment.AppointmentStatus.COMPLETED;
import static org.supportcenter.domain.appointment.AppointmentStatus.CONFIRMED;
import static org.supportcenter.domain.appointment.AppointmentStatus.DRAFT;
import static org.supportcenter.domain.appointment.AppointmentStatus.IN_PROGRESS;

import java.util.Collection;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.ticket.Stage;

/** Derives the stage of a ticket from the statuses of its visits. */
final class StageRule {

  private StageRule() {}

  /**
   * The stage: that of the furthest-along holding visit; without one, {@code DONE} when any was
   * completed; else the ticket waits again, or is cancelled when it only existed for its visits.
   *
   * @param visits statuses of all visits of the ticket
   * @param createdWithAppointment whether the ticket was made for its first visit
   */
  static Stage stage(Collection<AppointmentStatus> visits, boolean createdWithAppointment) {
    if (visits.contains(IN_PROGRESS)) {
      return Stage.IN_PROGRESS;
    }
    if (visits.contains(CONFIRMED)) {
      return Stage.SCHEDULED;
    }
    if (visits.contains(DRAFT)) {
      return Stage.NEW;
    }
    if (visits.contains(COMPLETED)) {
      return Stage.DONE;
    }
    // A visit that went to another ticket was not called off, so none left means waiting again.
    return createdWithAppointment && !visits.isEmpty() ? Stage.CANCELLED : Stage.NEW;
  }
}
