package org.supportcenter.engine.appointment;

import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.outbox.AppointmentEvent;
import org.supportcenter.v1.Appointment.CreatedVia;
import org.supportcenter.v1.FieldChange;

/** Entries of an appointment's history on the wire. */
final class EventMessages {

  private EventMessages() {}

  static org.supportcenter.v1.AppointmentEvent message(AppointmentEvent event) {
    var message =
        org.supportcenter.v1.AppointmentEvent.newBuilder()
            .setEventTime(Times.timestamp(event.time()))
            .setType(event.type())
            .setActor(event.author().actor())
            .setSource(CreatedVia.valueOf(event.author().source().name()))
            .setVersion(event.version());
    for (var change : event.changes()) {
      message.addChanges(
          FieldChange.newBuilder()
              .setField(change.field())
              .setBefore(change.before())
              .setAfter(change.after()));
    }
    event.waivers().forEach(waiver -> message.addWaivers(AppointmentMessages.waiver(waiver)));
    return message.build();
  }
}
