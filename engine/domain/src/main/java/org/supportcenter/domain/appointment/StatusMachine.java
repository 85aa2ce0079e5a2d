package org.supportcenter.domain.appointment;

import static org.supportcenter.domain.appointment.AppointmentStatus.CANCELLED;
import static org.supportcenter.domain.appointment.AppointmentStatus.COMPLETED;
import static org.supportcenter.domain.appointment.AppointmentStatus.CONFIRMED;
import static org.supportcenter.domain.appointment.AppointmentStatus.IN_PROGRESS;
import static org.supportcenter.domain.appointment.AppointmentStatus.NO_SHOW;

import java.util.List;

/** Which status may follow which. */
public final class StatusMachine {

  private StatusMachine() {}

  /** The statuses that may follow, none after a final one. */
  public static List<AppointmentStatus> after(AppointmentStatus status) {
    return switch (status) {
      case DRAFT -> List.of(CONFIRMED, CANCELLED);
      case CONFIRMED -> List.of(IN_PROGRESS, CANCELLED, NO_SHOW);
      case IN_PROGRESS -> List.of(COMPLETED, CANCELLED);
      case COMPLETED, CANCELLED, NO_SHOW -> List.of();
    };
  }

  /** Whether one may follow the other; no status follows itself. */
  public static boolean allows(AppointmentStatus from, AppointmentStatus to) {
    return after(from).contains(to);
  }
}
