package org.supportcenter.engine.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.error;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.engine.testing.Paging;
import org.supportcenter.engine.testing.SeededVisits;
import org.supportcenter.testkit.SeededKey;
import org.supportcenter.v1.CreateTicketRequest;
import org.supportcenter.v1.DeleteTicketRequest;
import org.supportcenter.v1.FieldChange;
import org.supportcenter.v1.GetTicketRequest;
import org.supportcenter.v1.ListTicketEventsRequest;
import org.supportcenter.v1.ListTicketsRequest;
import org.supportcenter.v1.Priority;
import org.supportcenter.v1.Ticket;
import org.supportcenter.v1.TicketEvent;
import org.supportcenter.v1.TicketServiceGrpc;
import org.supportcenter.v1.TicketServiceGrpc.TicketServiceBlockingStub;
import org.supportcenter.v1.UpdateTicketRequest;

class TicketsIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private UUID customer;
  private UUID technician;
  private SeededKey manager;
  private TicketServiceBlockingStub tickets;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    customer = engine.seeds().customer(tenant);
    technician = engine.seeds().technician(tenant, "Europe/Berlin");
    manager = engine.seeds().key(tenant, Role.MANAGER);
    tickets = as(manager);
  }

  @Test
  void aTicketOpenedByHandIsNewAndNumbered() {
    var whole = whole();

    var created = create(whole);

    assertThat(created)
        .isEqualTo(
            whole.toBuilder()
                .setName(created.getName())
                .setReference("TICK-001")
                .setStage(Ticket.Stage.NEW)
                .setEtag("\"1\"")
                .setCreateTime(created.getCreateTime())
                .setUpdateTime(created.getCreateTime())
                .build());
    assertThat(get(created.getName())).isEqualTo(created);
    assertThat(create(ticket("Next")).getReference()).isEqualTo("TICK-002");
    assertThat(create(ticket("Next")).getPriority()).isEqualTo(Priority.NORMAL);
  }

  @Test
  void everythingThatWasEnteredCanBeChanged() {
    var other = engine.seeds().customer(tenant);
    var name = create(ticket("First")).getName();
    var wanted = whole().toBuilder().setName(name).setCustomer("customers/" + other).build();

    var changed = update(wanted);

    assertThat(changed.getSubject()).isEqualTo(wanted.getSubject());
    assertThat(changed.getDescription()).isEqualTo(wanted.getDescription());
    assertThat(changed.getCustomer()).isEqualTo(wanted.getCustomer());
    assertThat(changed.getAssignee()).isEqualTo(wanted.getAssignee());
    assertThat(changed.getPriority()).isEqualTo(Priority.URGENT);
    assertThat(changed.getDueTime()).isEqualTo(wanted.getDueTime());
    var cleared = update(Ticket.newBuilder().setName(name).build(), "assignee", "due_time");
    assertThat(cleared.getAssignee()).isEmpty();
    assertThat(cleared.hasDueTime()).isFalse();
  }

  @Test
  void whoItIsForAndWhoWorksOnItMustExist() {
    var elsewhere = engine.seeds().tenant();
    var stranger = "customers/" + engine.seeds().customer(elsewhere);
    var foreign = "technicians/" + engine.seeds().technician(elsewhere, "Europe/Berlin");
    var created = create(ticket("Mine"));

    var refused = error(() -> create(ticket("Theirs").toBuilder().setCustomer(stranger).build()));

    assertThat(EngineExtension.info(refused).getReason()).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(refused.getStatus().getDescription()).contains(stranger);
    assertThat(reason(() -> create(ticket("Theirs").toBuilder().setAssignee(foreign).build())))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> update(created.toBuilder().setAssignee(foreign).build())))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(get(created.getName())).isEqualTo(created);
  }

  @Test
  void subjectAndCustomerAreNeeded() {
    var created = create(ticket("First"));
    var blank = Ticket.newBuilder().setName(created.getName()).build();

    assertThat(invalidField(() -> create(ticket(" ")))).isEqualTo("ticket.subject");
    assertThat(invalidField(() -> create(ticket("a").toBuilder().clearCustomer().build())))
        .isEqualTo("ticket.customer");
    assertThat(invalidField(() -> update(blank, "subject"))).isEqualTo("ticket.subject");
    assertThat(invalidField(() -> update(blank, "customer"))).isEqualTo("ticket.customer");
    assertThat(invalidField(() -> create(ticket("a").toBuilder().setDescription("\0").build())))
        .isEqualTo("ticket.description");
    assertThat(reason(() -> update(created, "stage"))).isEqualTo("UPDATE_MASK_INVALID");
    assertThat(reason(() -> update(created, "reference"))).isEqualTo("UPDATE_MASK_INVALID");
  }

  @Test
  void aTicketWithAppointmentsKeepsItsCustomerAndStays() {
    var visits = new SeededVisits(engine.seeds(), tenant);
    var ticket = visits.ticket(customer);
    visits.visit(technician, customer, ticket);
    var name = "tickets/" + ticket;
    var other = "customers/" + engine.seeds().customer(tenant);

    var refused = error(() -> update(Ticket.newBuilder().setName(name).setCustomer(other).build()));

    assertThat(EngineExtension.info(refused).getReason()).isEqualTo("RESOURCE_IN_USE");
    assertThat(refused.getStatus().getDescription()).contains("1 appointment of the ticket is for");
    assertThat(reason(() -> delete(name))).isEqualTo("RESOURCE_IN_USE");
    assertThat(update(Ticket.newBuilder().setName(name).setSubject("New").build()).getSubject())
        .isEqualTo("New");
  }

  @Test
  void theHistoryTellsEachChangeOnce() {
    var created = create(ticket("First"));
    update(created.toBuilder().setSubject("Second").setPriority(Priority.HIGH).build());
    update(get(created.getName()));

    var events = events(created.getName(), 1);

    assertThat(events)
        .extracting(TicketEvent::getType)
        .containsExactly("ticket.created", "ticket.updated");
    var change = events.get(1);
    assertThat(change.getActor()).isEqualTo(manager.actor());
    assertThat(change.getVersion()).isEqualTo(2);
    assertThat(change.getChangesList())
        .containsExactly(
            changed("subject", "First", "Second"), changed("priority", "NORMAL", "HIGH"));
    assertThat(reason(() -> events("tickets/" + UUID.randomUUID(), 1)))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void aDryRunAndARefusedChangeLeaveNoEvent() {
    var dry = CreateTicketRequest.newBuilder().setTicket(ticket("Dry")).setValidateOnly(true);
    tickets.createTicket(dry.build());
    var created = create(ticket("First"));
    var stale = created.toBuilder().setSubject("Stale").setEtag("\"7\"").build();

    assertThat(reason(() -> update(stale))).isEqualTo("ETAG_MISMATCH");
    assertThat(engine.seeds().count(tenant, "event")).isEqualTo(1);
    assertThat(engine.seeds().count(tenant, "ticket")).isEqualTo(1);
  }

  @Test
  void aRetryOpensNoSecondTicket() {
    var request =
        CreateTicketRequest.newBuilder()
            .setTicket(ticket("Once"))
            .setRequestId(UUID.randomUUID().toString())
            .build();

    assertThat(tickets.createTicket(request)).isEqualTo(tickets.createTicket(request));
    assertThat(engine.seeds().count(tenant, "event")).isEqualTo(1);
  }

  @Test
  void aTechnicianSeesOwnTicketsOnly() {
    var visits = new SeededVisits(engine.seeds(), tenant);
    var assigned = create(whole());
    var visited = visits.ticket(customer);
    visits.visit(technician, customer, visited);
    var others = create(ticket("Nobody's"));
    var own = as(engine.seeds().technicianKey(tenant, technician));

    assertThat(own.listTickets(ListTicketsRequest.getDefaultInstance()).getTicketsList())
        .extracting(Ticket::getName)
        .containsExactlyInAnyOrder(assigned.getName(), "tickets/" + visited);
    assertThat(reason(() -> own.getTicket(named(others.getName()))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    var history = ListTicketEventsRequest.newBuilder().setParent(others.getName()).build();
    assertThat(reason(() -> own.listTicketEvents(history))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(own.getTicket(named(assigned.getName()))).isEqualTo(assigned);
  }

  @Test
  void anotherTenantsTicketDoesNotExist() {
    var created = create(ticket("Ours"));
    var elsewhere = as(engine.seeds().key(engine.seeds().tenant(), Role.ADMIN));

    assertThat(reason(() -> elsewhere.getTicket(named(created.getName()))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(elsewhere.listTickets(ListTicketsRequest.getDefaultInstance()).getTicketsList())
        .isEmpty();
    delete(created.getName());
    assertThat(reason(() -> get(created.getName()))).isEqualTo("RESOURCE_NOT_FOUND");
  }

  private static TicketServiceBlockingStub as(SeededKey key) {
    return TicketServiceGrpc.newBlockingStub(engine.as(key));
  }

  private Ticket ticket(String subject) {
    return Ticket.newBuilder().setSubject(subject).setCustomer("customers/" + customer).build();
  }

  private Ticket whole() {
    return ticket("<script>'; DROP TABLE ticket; --").toBuilder()
        .setDescription("Line 1\r\n\tLine 2 \\ % _ \u202e")
        .setAssignee("technicians/" + technician)
        .setPriority(Priority.URGENT)
        .setDueTime(Timestamp.newBuilder().setSeconds(1_900_000_000))
        .build();
  }

  private Ticket create(Ticket ticket) {
    return tickets.createTicket(CreateTicketRequest.newBuilder().setTicket(ticket).build());
  }

  private static GetTicketRequest named(String name) {
    return GetTicketRequest.newBuilder().setName(name).build();
  }

  private Ticket get(String name) {
    return tickets.getTicket(named(name));
  }

  private Ticket update(Ticket ticket, String... mask) {
    return tickets.updateTicket(
        UpdateTicketRequest.newBuilder()
            .setTicket(ticket)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
            .build());
  }

  private void delete(String name) {
    tickets.deleteTicket(DeleteTicketRequest.newBuilder().setName(name).build());
  }

  private List<TicketEvent> events(String ticket, int size) {
    return Paging.all(
        size,
        (pageSize, token) -> {
          var response =
              tickets.listTicketEvents(
                  ListTicketEventsRequest.newBuilder()
                      .setParent(ticket)
                      .setPageSize(pageSize)
                      .setPageToken(token)
                      .build());
          return new Paging.Page<>(response.getEventsList(), response.getNextPageToken());
        });
  }

  private static FieldChange changed(String field, String before, String after) {
    return FieldChange.newBuilder().setField(field).setBefore(before).setAfter(after).build();
  }
}
