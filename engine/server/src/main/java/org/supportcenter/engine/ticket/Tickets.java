package org.supportcenter.engine.ticket;

import com.google.protobuf.Empty;
import java.time.InstantSource;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.ticket.TicketChange;
import org.supportcenter.domain.ticket.TicketContent;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.ResourceCalls;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tx;
import org.supportcenter.store.customer.CustomerStore;
import org.supportcenter.store.outbox.Outbox;
import org.supportcenter.store.technician.TechnicianStore;
import org.supportcenter.store.ticket.TicketStore;
import org.supportcenter.v1.CreateTicketRequest;
import org.supportcenter.v1.DeleteTicketRequest;
import org.supportcenter.v1.GetTicketRequest;
import org.supportcenter.v1.ListTicketsRequest;
import org.supportcenter.v1.ListTicketsResponse;
import org.supportcenter.v1.Ticket;
import org.supportcenter.v1.UpdateTicketRequest;

/** Tickets as people open, edit and find them. */
final class Tickets {

  private final Reads reads;
  private final Writes writes;
  private final InstantSource clock;
  private final TicketStore store = new TicketStore();
  private final CustomerStore customers = new CustomerStore();
  private final TechnicianStore technicians = new TechnicianStore();
  private final Outbox outbox = new Outbox();
  private final ResourceCalls<UUID, org.supportcenter.domain.ticket.Ticket, Ticket> calls;

  Tickets(Reads reads, Writes writes, InstantSource clock) {
    this.reads = reads;
    this.writes = writes;
    this.clock = clock;
    this.calls =
        new ResourceCalls<>(reads, writes, store, Ticket.parser(), TicketMessages::message);
  }

  Ticket create(CreateTicketRequest request) {
    var caller = Caller.current();
    var content = TicketMessages.content(request.getTicket());
    var id = UUID.randomUUID();
    return calls.create(
        request,
        id,
        tx -> {
          customerMustStay(tx, content.customerId());
          assigneeMustStay(tx, content.assigneeId());
          var opened =
              org.supportcenter.domain.ticket.Ticket.opened(
                  id, store.nextReference(tx), content, clock.instant());
          var stored = store.create(tx, id, opened);
          outbox.append(tx, caller.author(), new TicketChange(null, stored.content(), null));
          return stored;
        });
  }

  Ticket get(GetTicketRequest request) {
    var caller = Caller.current();
    var id = Names.TICKET.id(request.getName(), "name");
    var name = request.getName();
    return TicketMessages.message(
        reads.run(caller, tx -> Resources.found(store.find(tx, id, caller.technician()), name)));
  }

  ListTicketsResponse list(ListTicketsRequest request) {
    var caller = Caller.current();
    var query = Pages.query(request, caller);
    var filter =
        new TicketStore.Filter(
            request.getQuery(),
            request.getCustomer().isEmpty()
                ? null
                : Names.CUSTOMER.id(request.getCustomer(), "customer"),
            request.getAssignee().isEmpty()
                ? null
                : Names.TECHNICIAN.id(request.getAssignee(), "assignee"),
            request.getStagesList().stream()
                .map(TicketMessages::stage)
                .collect(Collectors.toUnmodifiableSet()),
            caller.technician());
    var page = reads.run(caller, tx -> store.list(tx, filter, query));
    return ListTicketsResponse.newBuilder()
        .addAllTickets(page.map(TicketMessages::message).entries())
        .setNextPageToken(page.nextToken())
        .build();
  }

  Ticket update(UpdateTicketRequest request) {
    var caller = Caller.current();
    var update = request.getTicket();
    var id = Names.TICKET.id(update.getName(), "ticket.name");
    var mask = UpdateMask.of(request.getUpdateMask(), update);
    return writes.run(
        caller,
        request,
        Ticket.parser(),
        tx -> TicketMessages.message(edit(tx, caller, id, mask, update)));
  }

  Empty delete(DeleteTicketRequest request) {
    var id = Names.TICKET.id(request.getName(), "name");
    return calls.delete(request, id);
  }

  private Stored<UUID, org.supportcenter.domain.ticket.Ticket> edit(
      Tx tx, Caller caller, UUID id, UpdateMask mask, Ticket update) {
    // As a booking does: nobody may hang an appointment on the ticket meanwhile.
    var before = Resources.found(store.lockAgainstReferences(tx, id), update.getName()).content();
    var stored =
        Resources.edit(
            tx,
            store,
            id,
            update.getName(),
            update.getEtag(),
            current -> {
              var content = TicketMessages.edited(current, mask, update);
              check(tx, current, content);
              return current.content().edited(content, clock.instant());
            });
    if (!stored.content().equals(before)) {
      outbox.append(tx, caller.author(), new TicketChange(before, stored.content(), null));
    }
    return stored;
  }

  private void check(
      Tx tx, Stored<UUID, org.supportcenter.domain.ticket.Ticket> current, TicketContent edited) {
    var content = current.content().content();
    if (!edited.customerId().equals(content.customerId())) {
      customerMayChange(tx, current);
      customerMustStay(tx, edited.customerId());
    }
    if (!Objects.equals(edited.assigneeId(), content.assigneeId())) {
      assigneeMustStay(tx, edited.assigneeId());
    }
  }

  /** The appointments of a ticket are its customer's. */
  private void customerMayChange(
      Tx tx, Stored<UUID, org.supportcenter.domain.ticket.Ticket> current) {
    var references = store.references(tx, current.id());
    if (!references.none()) {
      throw new Refusal.InUse(
              Names.TICKET.of(current.id()),
              "The customer of %s cannot change: %s of the ticket %s for that customer."
                  .formatted(
                      current.content().reference(),
                      Resources.count(references),
                      references.total() == 1 ? "is" : "are"))
          .asException();
    }
  }

  private void customerMustStay(Tx tx, UUID customer) {
    if (!customers.keep(tx, customer)) {
      throw new Refusal.NotFound(Names.CUSTOMER.of(customer), TicketMessages.CUSTOMER)
          .asException();
    }
  }

  private void assigneeMustStay(Tx tx, @Nullable UUID technician) {
    if (technician != null && !technicians.keep(tx, technician)) {
      throw new Refusal.NotFound(Names.TECHNICIAN.of(technician), TicketMessages.ASSIGNEE)
          .asException();
    }
  }
}
