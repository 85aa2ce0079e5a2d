package org.supportcenter.engine.appointment;

import static java.util.stream.Collectors.toSet;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.appointment.AppointmentFilter;
import org.supportcenter.store.appointment.AppointmentQueries;
import org.supportcenter.store.appointment.AppointmentStore;
import org.supportcenter.store.outbox.AppointmentHistory;
import org.supportcenter.v1.ListAppointmentEventsRequest;
import org.supportcenter.v1.ListAppointmentEventsResponse;
import org.supportcenter.v1.ListAppointmentsRequest;
import org.supportcenter.v1.ListAppointmentsResponse;

/** Lists appointments and the history of one. A technician finds only their own. */
final class AppointmentListing {

  private final Reads reads;
  private final AppointmentStore appointments;
  private final AppointmentQueries queries = new AppointmentQueries();
  private final AppointmentHistory history = new AppointmentHistory();

  AppointmentListing(Reads reads, AppointmentStore appointments) {
    this.reads = reads;
    this.appointments = appointments;
  }

  ListAppointmentsResponse list(ListAppointmentsRequest request) {
    var caller = Caller.current();
    var filter = filter(request, caller);
    var query = Pages.query(request, caller);
    var page = reads.run(caller, tx -> queries.list(tx, filter, query));
    var response = ListAppointmentsResponse.newBuilder().setNextPageToken(page.nextToken());
    page.entries().forEach(found -> response.addAppointments(AppointmentMessages.message(found)));
    return response.build();
  }

  ListAppointmentEventsResponse events(ListAppointmentEventsRequest request) {
    var caller = Caller.current();
    var id = Names.APPOINTMENT.id(request.getParent(), "parent");
    var query = Pages.query(request, caller);
    var page =
        reads.run(
            caller,
            tx -> {
              Resources.found(appointments.find(tx, id, caller.technician()), request.getParent());
              return history.list(tx, id, query);
            });
    var response = ListAppointmentEventsResponse.newBuilder().setNextPageToken(page.nextToken());
    page.entries().forEach(event -> response.addEvents(EventMessages.message(event)));
    return response.build();
  }

  private static AppointmentFilter filter(ListAppointmentsRequest request, Caller caller) {
    var from = time(request.hasStartTime(), request.getStartTime(), "startTime");
    var until = time(request.hasEndTime(), request.getEndTime(), "endTime");
    if (from != null && until != null && !from.isBefore(until)) {
      throw new Refusal.FieldsInvalid("endTime", "must be after startTime").asException();
    }
    return new AppointmentFilter(
        caller.technician(),
        from,
        until,
        id(Names.TECHNICIAN, request.getTechnician(), "technician"),
        id(Names.CUSTOMER, request.getCustomer(), "customer"),
        id(Names.TICKET, request.getTicket(), "ticket"),
        id(Names.SERVICE_TYPE, request.getServiceType(), "serviceType"),
        request.getStatusesList().stream()
            .map(status -> AppointmentStatus.valueOf(status.name()))
            .collect(toSet()),
        request.getPrioritiesList().stream()
            .map(priority -> Priority.valueOf(priority.name()))
            .collect(toSet()),
        request.getQuery());
  }

  private static @Nullable Instant time(boolean given, Timestamp time, String field) {
    return given ? Times.instant(time, field) : null;
  }

  private static @Nullable UUID id(Names kind, String name, String field) {
    return name.isEmpty() ? null : kind.id(name, field);
  }
}
