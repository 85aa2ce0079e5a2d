package org.supportcenter.store.outbox;

import static org.supportcenter.store.outbox.Json.text;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.Waiver;
import org.supportcenter.domain.place.Location;
import org.supportcenter.domain.ticket.Ticket;

/** Finds the fields in which two versions of a resource differ. */
final class FieldChanges {

  private static final List<Field<Appointment>> APPOINTMENT =
      List.of(
          new Field<>("reference", Appointment::reference),
          new Field<>("customer", it -> name("customers", it.customerId())),
          new Field<>("technician", it -> name("technicians", it.technicianId())),
          new Field<>("ticket", it -> name("tickets", it.ticketId())),
          new Field<>("serviceType", it -> name("serviceTypes", it.terms().serviceTypeId())),
          new Field<>("startTime", it -> Json.time(it.span().start())),
          new Field<>("endTime", it -> Json.time(it.span().end())),
          new Field<>("duration", it -> Json.duration(it.span().length())),
          new Field<>(
              "requiredSkills", it -> Json.array(it.terms().requiredSkills(), Json::quoted)),
          new Field<>("status", it -> it.status().name()),
          new Field<>("description", it -> it.details().description()),
          new Field<>("location.address", it -> place(it, Location::address)),
          new Field<>("location.latitude", it -> place(it, at -> Json.number(at.latitude()))),
          new Field<>("location.longitude", it -> place(it, at -> Json.number(at.longitude()))),
          new Field<>("priority", it -> it.details().priority().name()),
          new Field<>("sendConfirmationEmail", it -> text(it.details().sendConfirmationEmail())),
          new Field<>("sendReminderEmail", it -> text(it.details().sendReminderEmail())),
          new Field<>("actualStartTime", it -> Json.time(it.progress().actualStartTime())),
          new Field<>("actualEndTime", it -> Json.time(it.progress().actualEndTime())),
          new Field<>("cancelReason", it -> text(it.progress().cancelReason())),
          new Field<>("cancelTime", it -> Json.time(it.progress().cancelTime())),
          new Field<>("bufferBefore", it -> Json.duration(it.terms().bufferBefore())),
          new Field<>("bufferAfter", it -> Json.duration(it.terms().bufferAfter())),
          new Field<>("timeZone", it -> it.terms().timeZone().getId()),
          new Field<>("waivers", it -> Json.array(it.waivers(), FieldChanges::waiver)));

  private static final List<Field<Ticket>> TICKET =
      List.of(
          new Field<>("reference", Ticket::reference),
          new Field<>("subject", it -> it.content().subject()),
          new Field<>("description", it -> it.content().description()),
          new Field<>("customer", it -> name("customers", it.content().customerId())),
          new Field<>("assignee", it -> name("technicians", it.content().assigneeId())),
          new Field<>("stage", it -> it.stage().name()),
          new Field<>("priority", it -> it.content().priority().name()),
          new Field<>("dueTime", it -> Json.time(it.content().dueTime())),
          new Field<>("createdWithAppointment", it -> text(it.createdWithAppointment())));

  private FieldChanges() {}

  /**
   * A field of a resource.
   *
   * @param json its value
   */
  private record Field<T>(String name, Function<T, String> json) {}

  /**
   * The fields that changed.
   *
   * @param before null when it was created: then all fields that are set
   */
  static List<FieldChange> of(@Nullable Appointment before, Appointment after) {
    return of(APPOINTMENT, before, after);
  }

  /** The same for a ticket. */
  static List<FieldChange> of(@Nullable Ticket before, Ticket after) {
    return of(TICKET, before, after);
  }

  private static <T> List<FieldChange> of(List<Field<T>> fields, @Nullable T before, T after) {
    var changes = new ArrayList<FieldChange>(fields.size());
    for (var field : fields) {
      var from = before == null ? "" : field.json().apply(before);
      var to = field.json().apply(after);
      if (!from.equals(to)) {
        changes.add(new FieldChange(field.name(), from, to));
      }
    }
    return changes;
  }

  private static String name(String collection, @Nullable UUID id) {
    return id == null ? "" : collection + "/" + id;
  }

  private static String place(Appointment appointment, Function<Location, String> json) {
    var location = appointment.details().location();
    return location == null ? "" : json.apply(location);
  }

  private static String waiver(Waiver waiver) {
    return "{\"reason\":%s,\"justification\":%s,\"waivedBy\":%s,\"waiveTime\":%s}"
        .formatted(
            Json.quoted(waiver.reason().name()),
            Json.quoted(waiver.justification()),
            Json.quoted(waiver.waivedBy()),
            Json.quoted(Json.time(waiver.waiveTime())));
  }
}
