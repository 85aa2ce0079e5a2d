package org.supportcenter.store.outbox;

import java.time.Instant;
import java.util.List;
import org.supportcenter.domain.appointment.Waiver;
import org.supportcenter.domain.change.Author;

/**
 * An entry in the history of an appointment.
 *
 * @param type what happened, e.g. {@code "appointment.moved"}
 * @param author who did it
 * @param version the appointment's version after it
 * @param waivers rules set aside by it
 */
public record AppointmentEvent(
    String type,
    Instant time,
    Author author,
    int version,
    List<FieldChange> changes,
    List<Waiver> waivers) {

  public AppointmentEvent {
    changes = List.copyOf(changes);
    waivers = List.copyOf(waivers);
  }
}
