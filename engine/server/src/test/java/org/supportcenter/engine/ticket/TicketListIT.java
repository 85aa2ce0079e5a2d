package org.supportcenter.engine.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Timestamp;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.engine.testing.Paging;
import org.supportcenter.v1.CreateTicketRequest;
import org.supportcenter.v1.ListTicketsRequest;
import org.supportcenter.v1.Priority;
import org.supportcenter.v1.Ticket;
import org.supportcenter.v1.TicketServiceGrpc;
import org.supportcenter.v1.TicketServiceGrpc.TicketServiceBlockingStub;

class TicketListIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID customer;
  private UUID technician;
  private UUID tenant;
  private TicketServiceBlockingStub tickets;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    customer = engine.seeds().customer(tenant);
    technician = engine.seeds().technician(tenant, "Europe/Berlin");
    tickets =
        TicketServiceGrpc.newBlockingStub(engine.as(engine.seeds().key(tenant, Role.MANAGER)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference", "priority desc", "dueTime", "createTime desc", "updateTime"})
  void everyOrderYieldsEachTicketOnce(String order) {
    create(urgent());
    List.of("a", "b", "c").forEach(subject -> create(ticket(subject)));

    var one = listed(order, 1);

    assertThat(one).hasSize(4).doesNotHaveDuplicates().isEqualTo(listed(order, 1000));
    if (order.equals("reference")) {
      assertThat(one).containsExactly("TICK-001", "TICK-002", "TICK-003", "TICK-004");
    }
    if (order.equals("priority desc") || order.equals("dueTime")) {
      assertThat(one.getFirst()).isEqualTo("TICK-001");
    }
  }

  @Test
  void listsFilterByWordsPeopleAndStage() {
    create(urgent());
    create(ticket("Printer on fire"));
    var stranger = "customers/" + engine.seeds().customer(tenant);

    assertThat(list(ListTicketsRequest.newBuilder().setQuery("FIRE printer"))).hasSize(1);
    assertThat(list(ListTicketsRequest.newBuilder().setQuery("tick-002"))).hasSize(1);
    assertThat(list(ListTicketsRequest.newBuilder().setAssignee("technicians/" + technician)))
        .containsExactly("TICK-001");
    assertThat(list(ListTicketsRequest.newBuilder().setCustomer("customers/" + customer)))
        .hasSize(2);
    assertThat(list(ListTicketsRequest.newBuilder().setCustomer(stranger))).isEmpty();
    assertThat(list(ListTicketsRequest.newBuilder().addStages(Ticket.Stage.NEW))).hasSize(2);
    assertThat(list(ListTicketsRequest.newBuilder().addStages(Ticket.Stage.DONE))).isEmpty();
  }

  private Ticket ticket(String subject) {
    return Ticket.newBuilder().setSubject(subject).setCustomer("customers/" + customer).build();
  }

  private Ticket urgent() {
    return ticket("Urgent").toBuilder()
        .setAssignee("technicians/" + technician)
        .setPriority(Priority.URGENT)
        .setDueTime(Timestamp.newBuilder().setSeconds(1_900_000_000))
        .build();
  }

  private void create(Ticket ticket) {
    tickets.createTicket(CreateTicketRequest.newBuilder().setTicket(ticket).build());
  }

  private List<String> list(ListTicketsRequest.Builder request) {
    return tickets.listTickets(request.build()).getTicketsList().stream()
        .map(Ticket::getReference)
        .toList();
  }

  private List<String> listed(String order, int size) {
    return Paging.all(
        size,
        (pageSize, token) -> {
          var response =
              tickets.listTickets(
                  ListTicketsRequest.newBuilder()
                      .setOrderBy(order)
                      .setPageSize(pageSize)
                      .setPageToken(token)
                      .build());
          return new Paging.Page<>(
              response.getTicketsList().stream().map(Ticket::getReference).toList(),
              response.getNextPageToken());
        });
  }
}
