package org.supportcenter.domain.appointment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an appointment; it happened at the update time of {@code after}.
 *
 * @param before null when it was created
 * @param after the next version
 * @param waivers rules that this change set aside; those that merely still hold are not among them
 */
public record AppointmentChange(
    Type type, @Nullable Appointment before, Appointment after, List<Waiver> waivers) {

  public AppointmentChange {
    waivers = List.copyOf(waivers);
  }

  /** Sorts of change. */
  public enum Type {
    CREATED("appointment.created"),
    /** Something else than technician, start, duration and status changed. */
    UPDATED("appointment.updated"),
    /** Technician, start or duration changed, maybe more. */
    MOVED("appointment.moved"),
    CONFIRMED("appointment.confirmed"),
    STARTED("appointment.started"),
    COMPLETED("appointment.completed"),
    CANCELLED("appointment.cancelled"),
    NO_SHOW("appointment.no_show");

    private final String code;

    Type(String code) {
      this.code = code;
    }

    /** The name it goes by outside. */
    public String code() {
      return code;
    }
  }
}
