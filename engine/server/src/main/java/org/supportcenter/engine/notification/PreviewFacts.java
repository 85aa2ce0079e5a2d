package org.supportcenter.engine.notification;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportcenter.compose.Occasion;
import org.supportcenter.compose.Purpose;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.customer.CustomerProfile;
import org.supportcenter.domain.technician.TechnicianProfile;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.store.Tenantwide;
import org.supportcenter.store.Tx;
import org.supportcenter.store.appointment.AppointmentStore;
import org.supportcenter.store.customer.CustomerStore;
import org.supportcenter.store.notification.ReminderStops;
import org.supportcenter.store.settings.NotificationPreferencesStore;
import org.supportcenter.store.settings.ServiceTypeStore;
import org.supportcenter.store.technician.TechnicianStore;
import org.supportcenter.store.ticket.TicketStore;

/** What a mail about a real appointment would say. */
final class PreviewFacts {

  private final AppointmentStore appointments = new AppointmentStore();
  private final CustomerStore customers = new CustomerStore();
  private final TechnicianStore technicians = new TechnicianStore();
  private final TicketStore tickets = new TicketStore();
  private final ServiceTypeStore serviceTypes = new ServiceTypeStore();
  private final NotificationPreferencesStore preferences = new NotificationPreferencesStore();
  private final ReminderStops tenants = new ReminderStops();

  Occasion occasion(Tx tx, String name, Purpose purpose, Locale locale, Instant now) {
    var id = Names.APPOINTMENT.id(name, "appointment");
    var visit = Resources.found(appointments.find(tx, id, null), name);
    var customer =
        Resources.found(customers.find(tx, visit.customerId()), name).content().profile();
    var technician =
        Resources.found(technicians.find(tx, visit.technicianId()), name).content().profile();
    var settings = Objects.requireNonNull(preferences.find(tx, Tenantwide.KEY)).content();
    var recipient =
        switch (purpose.audience()) {
          case CUSTOMER ->
              new Occasion.Recipient(
                  customer.displayName(),
                  customer.email(),
                  Objects.requireNonNullElse(customer.timeZone(), visit.terms().timeZone()),
                  locale);
          case TECHNICIAN ->
              new Occasion.Recipient(
                  technician.displayName(), technician.email(), technician.timeZone(), locale);
        };
    var sender = settings.fromAddress();
    return new Occasion(
        purpose,
        recipient,
        visit(tx, visit, customer, technician),
        new Occasion.Sender(
            tenants.organisation(tx),
            sender.isEmpty() ? Occasion.Sender.DEFAULT_ADDRESS : sender,
            settings.contact()),
        purpose.kind() == Purpose.Kind.REMINDER ? "https://support.example/unsubscribe/..." : null,
        now);
  }

  private Occasion.Visit visit(
      Tx tx, Appointment visit, CustomerProfile customer, TechnicianProfile technician) {
    var ticket = tickets.find(tx, visit.ticketId(), null);
    var location = visit.details().location();
    return new Occasion.Visit(
        visit.id(),
        visit.version(),
        visit.reference(),
        ticket == null ? "" : ticket.content().reference(),
        visit.terms().span().start(),
        visit.terms().span().end(),
        customer.displayName(),
        customer.phone(),
        technician.displayName(),
        serviceType(tx, visit),
        visit.details().description(),
        location == null ? customer.address() : location.address(),
        given(visit.progress().cancelReason()));
  }

  private String serviceType(Tx tx, Appointment visit) {
    var id = visit.terms().serviceTypeId();
    var found = id == null ? null : serviceTypes.find(tx, id);
    return found == null ? "" : found.content().displayName();
  }

  private static String given(@Nullable String text) {
    return text == null ? "" : text;
  }
}
