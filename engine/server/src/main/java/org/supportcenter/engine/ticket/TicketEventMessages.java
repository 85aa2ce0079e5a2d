package org.supportcenter.engine.ticket;

import static org.supportcenter.engine.resource.Presence.set;

import org.supportcenter.domain.change.Source;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.outbox.FieldChange;
import org.supportcenter.v1.Appointment.CreatedVia;
import org.supportcenter.v1.TicketEvent;

/** The history of a ticket on the wire. */
final class TicketEventMessages {

  private TicketEventMessages() {}

  static TicketEvent message(org.supportcenter.store.outbox.TicketEvent event) {
    var message =
        TicketEvent.newBuilder()
            .setEventTime(Times.timestamp(event.time()))
            .setType(event.type())
            .setActor(event.author().actor())
            .setSource(source(event.author().source()))
            .addAllChanges(event.changes().stream().map(TicketEventMessages::change).toList())
            .setVersion(event.version());
    set(event.reason(), message::setReason);
    return message.build();
  }

  private static org.supportcenter.v1.FieldChange change(FieldChange change) {
    return org.supportcenter.v1.FieldChange.newBuilder()
        .setField(change.field())
        .setBefore(change.before())
        .setAfter(change.after())
        .build();
  }

  private static CreatedVia source(Source source) {
    return switch (source) {
      case INTERNAL -> CreatedVia.INTERNAL;
      case API -> CreatedVia.API;
      case AUTOMATION -> CreatedVia.AUTOMATION;
      case EMAIL -> CreatedVia.EMAIL;
      case CUSTOMER -> CreatedVia.CUSTOMER;
    };
  }
}
