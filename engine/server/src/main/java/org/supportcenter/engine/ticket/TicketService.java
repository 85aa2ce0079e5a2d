package org.supportcenter.engine.ticket;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import java.time.InstantSource;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Unary;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.store.outbox.TicketHistory;
import org.supportcenter.store.ticket.TicketStore;
import org.supportcenter.v1.CreateTicketRequest;
import org.supportcenter.v1.DeleteTicketRequest;
import org.supportcenter.v1.GetTicketRequest;
import org.supportcenter.v1.ListTicketEventsRequest;
import org.supportcenter.v1.ListTicketEventsResponse;
import org.supportcenter.v1.ListTicketsRequest;
import org.supportcenter.v1.ListTicketsResponse;
import org.supportcenter.v1.Ticket;
import org.supportcenter.v1.TicketServiceGrpc.TicketServiceImplBase;
import org.supportcenter.v1.UpdateTicketRequest;

/** Tickets and their history. */
public final class TicketService extends TicketServiceImplBase {

  private final Reads reads;
  private final Tickets tickets;
  private final TicketStore store = new TicketStore();
  private final TicketHistory history = new TicketHistory();

  /** Stamps tickets by the clock. */
  public TicketService(Reads reads, Writes writes, InstantSource clock) {
    this.reads = reads;
    this.tickets = new Tickets(reads, writes, clock);
  }

  @Override
  public void createTicket(CreateTicketRequest request, StreamObserver<Ticket> observer) {
    Unary.answer(observer, () -> tickets.create(request));
  }

  @Override
  public void getTicket(GetTicketRequest request, StreamObserver<Ticket> observer) {
    Unary.answer(observer, () -> tickets.get(request));
  }

  @Override
  public void listTickets(
      ListTicketsRequest request, StreamObserver<ListTicketsResponse> observer) {
    Unary.answer(observer, () -> tickets.list(request));
  }

  @Override
  public void updateTicket(UpdateTicketRequest request, StreamObserver<Ticket> observer) {
    Unary.answer(observer, () -> tickets.update(request));
  }

  @Override
  public void deleteTicket(DeleteTicketRequest request, StreamObserver<Empty> observer) {
    Unary.answer(observer, () -> tickets.delete(request));
  }

  @Override
  public void listTicketEvents(
      ListTicketEventsRequest request, StreamObserver<ListTicketEventsResponse> observer) {
    Unary.answer(observer, () -> events(request));
  }

  private ListTicketEventsResponse events(ListTicketEventsRequest request) {
    var caller = Caller.current();
    var id = Names.TICKET.id(request.getParent(), "parent");
    var query = Pages.query(request, caller);
    var page =
        reads.run(
            caller,
            tx -> {
              Resources.found(store.find(tx, id, caller.technician()), request.getParent());
              return history.list(tx, id, query);
            });
    return ListTicketEventsResponse.newBuilder()
        .addAllEvents(page.map(TicketEventMessages::message).entries())
        .setNextPageToken(page.nextToken())
        .build();
  }
}
