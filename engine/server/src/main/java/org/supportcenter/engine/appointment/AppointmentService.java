package org.supportcenter.engine.appointment;

import static org.supportcenter.domain.appointment.AppointmentStatus.CANCELLED;
import static org.supportcenter.domain.appointment.AppointmentStatus.COMPLETED;
import static org.supportcenter.domain.appointment.AppointmentStatus.IN_PROGRESS;
import static org.supportcenter.domain.appointment.AppointmentStatus.NO_SHOW;

import io.grpc.stub.StreamObserver;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.booking.BookingCommand.Create;
import org.supportcenter.domain.booking.Decider;
import org.supportcenter.domain.booking.TicketFacts;
import org.supportcenter.domain.booking.Wish;
import org.supportcenter.domain.customer.Customer;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.rule.Judge;
import org.supportcenter.engine.appointment.BookingDesk.Session;
import org.supportcenter.engine.availability.AlternativeFinder;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Standing;
import org.supportcenter.engine.call.Unary;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.ops.Metrics;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.watch.Watches;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.store.Locks;
import org.supportcenter.store.appointment.AppointmentStore;
import org.supportcenter.store.booking.BookingFactsStore;
import org.supportcenter.store.booking.SetupCache;
import org.supportcenter.store.customer.CustomerStore;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentServiceGrpc.AppointmentServiceImplBase;
import org.supportcenter.v1.BatchMoveAppointmentsRequest;
import org.supportcenter.v1.BatchMoveAppointmentsResponse;
import org.supportcenter.v1.CancelAppointmentRequest;
import org.supportcenter.v1.CompleteAppointmentRequest;
import org.supportcenter.v1.ConfirmAppointmentRequest;
import org.supportcenter.v1.CreateAppointmentRequest;
import org.supportcenter.v1.GetAppointmentRequest;
import org.supportcenter.v1.ListAppointmentEventsRequest;
import org.supportcenter.v1.ListAppointmentEventsResponse;
import org.supportcenter.v1.ListAppointmentsRequest;
import org.supportcenter.v1.ListAppointmentsResponse;
import org.supportcenter.v1.MarkNoShowAppointmentRequest;
import org.supportcenter.v1.StartAppointmentRequest;
import org.supportcenter.v1.UpdateAppointmentRequest;
import org.supportcenter.v1.WatchAppointmentsRequest;
import org.supportcenter.v1.WatchAppointmentsResponse;

/** Books, moves and follows visits. */
public final class AppointmentService extends AppointmentServiceImplBase {

  private final Reads reads;
  private final BookingDesk desk;
  private final AppointmentChanges changes;
  private final BatchMoves batchMoves;
  private final AppointmentListing listing;
  private final Watches watches;
  private final AppointmentStore appointments = new AppointmentStore();
  private final BookingFactsStore facts;
  private final CustomerStore customers = new CustomerStore();
  private final PresentedSlots slots = new PresentedSlots();

  /**
   * Judges by the judge and the clock.
   *
   * @param alternatives finds what is offered instead of a refused visit
   */
  public AppointmentService(
      Reads reads,
      Writes writes,
      Judge judge,
      AlternativeFinder alternatives,
      SetupCache setups,
      Watches watches,
      Metrics metrics,
      InstantSource clock) {
    this.reads = reads;
    this.facts = new BookingFactsStore(setups);
    this.desk =
        new BookingDesk(writes, new Decider(judge), appointments, alternatives, metrics, clock);
    this.changes = new AppointmentChanges(reads, desk, appointments, facts);
    this.batchMoves = new BatchMoves(reads, desk, appointments, facts);
    this.listing = new AppointmentListing(reads, appointments);
    this.watches = watches;
  }

  @Override
  public void createAppointment(
      CreateAppointmentRequest request, StreamObserver<Appointment> observer) {
    Unary.answer(observer, () -> create(request));
  }

  @Override
  public void getAppointment(GetAppointmentRequest request, StreamObserver<Appointment> observer) {
    Unary.answer(observer, () -> get(request));
  }

  @Override
  public void listAppointments(
      ListAppointmentsRequest request, StreamObserver<ListAppointmentsResponse> observer) {
    Unary.answer(observer, () -> listing.list(request));
  }

  @Override
  public void listAppointmentEvents(
      ListAppointmentEventsRequest request,
      StreamObserver<ListAppointmentEventsResponse> observer) {
    Unary.answer(observer, () -> listing.events(request));
  }

  @Override
  public void watchAppointments(
      WatchAppointmentsRequest request, StreamObserver<WatchAppointmentsResponse> observer) {
    watches.begin(Caller.current(), Standing.current(), request, observer);
  }

  @Override
  public void updateAppointment(
      UpdateAppointmentRequest request, StreamObserver<Appointment> observer) {
    Unary.answer(observer, () -> changes.update(request));
  }

  @Override
  public void confirmAppointment(
      ConfirmAppointmentRequest request, StreamObserver<Appointment> observer) {
    Unary.answer(observer, () -> changes.confirm(request));
  }

  @Override
  public void startAppointment(
      StartAppointmentRequest request, StreamObserver<Appointment> observer) {
    Unary.answer(
        observer,
        () -> changes.advance(request, request.getName(), request.getEtag(), IN_PROGRESS, ""));
  }

  @Override
  public void completeAppointment(
      CompleteAppointmentRequest request, StreamObserver<Appointment> observer) {
    Unary.answer(
        observer,
        () -> changes.advance(request, request.getName(), request.getEtag(), COMPLETED, ""));
  }

  @Override
  public void cancelAppointment(
      CancelAppointmentRequest request, StreamObserver<Appointment> observer) {
    Unary.answer(
        observer,
        () ->
            changes.advance(
                request, request.getName(), request.getEtag(), CANCELLED, request.getReason()));
  }

  @Override
  public void markNoShowAppointment(
      MarkNoShowAppointmentRequest request, StreamObserver<Appointment> observer) {
    Unary.answer(
        observer,
        () -> changes.advance(request, request.getName(), request.getEtag(), NO_SHOW, ""));
  }

  @Override
  public void batchMoveAppointments(
      BatchMoveAppointmentsRequest request,
      StreamObserver<BatchMoveAppointmentsResponse> observer) {
    Unary.answer(observer, () -> batchMoves.move(request));
  }

  private Appointment create(CreateAppointmentRequest request) {
    var caller = Caller.current();
    var message = request.getAppointment();
    var waive = Wishes.waiver(caller, request.getWaiveList(), request.getWaiveJustification());
    var newCustomer = Wishes.newCustomer(message);
    var wish = newCustomer == null ? Wishes.wish(message) : Wishes.wish(message, UUID.randomUUID());
    var status = Wishes.firstStatus(message);
    if (caller.technician() != null && !caller.technician().equals(wish.technicianId())) {
      throw new Refusal.NotAllowed("A technician may book only their own visits.").asException();
    }
    return desk.attempt(
        caller,
        request,
        locks(caller, wish),
        Appointment.parser(),
        session -> {
          slots.present(session, wish, request.getSlotToken(), request.getHold());
          if (newCustomer != null) {
            var customer = Customer.created(newCustomer, session.now());
            customers.add(session.tx(), wish.customerId(), customer);
          }
          session.drawNumbers(wish.ticketId() == null);
          var found = facts.settle(session.tx(), Placements.requestOfNew(wish), session.now());
          var command =
              new Create(
                  UUID.randomUUID(),
                  UUID.randomUUID(),
                  Placements.of(null, wish, waive, found),
                  status,
                  found.booked(),
                  ticket(session, wish.ticketId()),
                  caller.author());
          var booked = AppointmentMessages.message(session.carryOut(command).getFirst());
          return session.isDryRun() ? Wishes.unnamed(booked, message) : booked;
        });
  }

  private Appointment get(GetAppointmentRequest request) {
    var caller = Caller.current();
    var id = Names.APPOINTMENT.id(request.getName(), "name");
    var found =
        reads.run(
            caller,
            tx ->
                Resources.found(appointments.find(tx, id, caller.technician()), request.getName()));
    return AppointmentMessages.message(found);
  }

  private static Locks locks(Caller caller, Wish wish) {
    return Locks.of(caller.tenant()).technician(wish.technicianId()).customer(wish.customerId());
  }

  /** Whether the caller acts for a technician and the ticket is another technician's. */
  private static boolean isOfAnother(Caller caller, TicketFacts ticket) {
    var assignee = ticket.ticket().content().assigneeId();
    return caller.technician() != null && assignee != null && !assignee.equals(caller.technician());
  }

  private @Nullable TicketFacts ticket(Session session, @Nullable UUID id) {
    if (id == null) {
      return null;
    }
    var ticket = appointments.lockTicket(session.tx(), id, null);
    if (ticket == null || isOfAnother(session.caller(), ticket)) {
      throw Placements.missing(Names.TICKET, id, "appointment.ticket");
    }
    return ticket;
  }
}
