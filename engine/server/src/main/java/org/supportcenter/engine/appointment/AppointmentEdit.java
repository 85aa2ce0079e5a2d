package org.supportcenter.engine.appointment;

import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.booking.Wish;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.v1.UpdateAppointmentRequest;

/** What an update changes about an appointment, whatever that is at the moment. */
final class AppointmentEdit {

  private final UpdateMask mask;
  private final org.supportcenter.v1.Appointment update;

  /**
   * Reads the request.
   *
   * @throws org.supportcenter.domain.refusal.RefusedException if it changes what cannot be changed
   */
  AppointmentEdit(UpdateAppointmentRequest request) {
    this.update = request.getAppointment();
    if (update.hasNewCustomer()) {
      throw Wishes.invalid("appointment.newCustomer", "can only be given when booking");
    }
    this.mask = UpdateMask.of(request.getUpdateMask(), update);
  }

  /** How the appointment is wished. */
  Wish wish(Appointment current) {
    return Wishes.wish(mask.apply(AppointmentMessages.message(current), update));
  }

  /**
   * Refuses what a technician may not change: only time, description and place of their own visits.
   */
  static void checkOwn(Caller caller, Appointment current, Wish wish) {
    if (caller.technician() != null && !onlyOwn(Wish.like(current), wish)) {
      throw new Refusal.NotAllowed(
              "A technician may change only start, duration, description and location.")
          .asException();
    }
  }

  private static boolean onlyOwn(Wish before, Wish after) {
    var noted = after.details();
    return before
        .at(after.startTime(), after.duration())
        .with(before.details().noting(noted.description(), noted.location()))
        .equals(after);
  }
}
