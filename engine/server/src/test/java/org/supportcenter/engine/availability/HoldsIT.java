package org.supportcenter.engine.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.availability.Office.at;
import static org.supportcenter.engine.availability.Office.minutes;
import static org.supportcenter.engine.availability.Office.name;
import static org.supportcenter.engine.testing.Calls.error;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import com.google.protobuf.Duration;
import com.google.rpc.RetryInfo;
import io.grpc.Channel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Role;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.domain.hold.Hold;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.CreateHoldRequest;
import org.supportcenter.v1.DeleteHoldRequest;
import org.supportcenter.v1.DeleteTechnicianRequest;
import org.supportcenter.v1.GetAppointmentRequest;
import org.supportcenter.v1.GetHoldRequest;
import org.supportcenter.v1.HoldServiceGrpc;
import org.supportcenter.v1.HoldServiceGrpc.HoldServiceBlockingStub;
import org.supportcenter.v1.ListAppointmentsRequest;
import org.supportcenter.v1.TechnicianServiceGrpc;

class HoldsIT {

  private static final String TEN = "2027-03-02T10:00:00Z";

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private Office office;
  private UUID technician;

  @BeforeEach
  void open() {
    engine.clock().set(Instant.parse(EngineExtension.START));
    office = new Office(engine);
    technician = office.technician();
  }

  @Test
  void keepsATimeAgainstEverybodyUntilItExpires() {
    var hold = hold(TEN);

    assertThat(hold.getSlot().getTechnician()).isEqualTo(name(technician));
    assertThat(hold.getSlot().getEndTime()).isEqualTo(at("2027-03-02T11:00:00Z"));
    assertThat(hold.getExpireTime()).isEqualTo(at("2027-03-01T08:05:00Z"));
    assertThat(stub(office.manager).getHold(get(hold.getName())).getExpireTime())
        .isEqualTo(hold.getExpireTime());
    assertThat(reason(() -> office.book(technician, "2027-03-02T10:30:00Z")))
        .isEqualTo("OVERLAPS_APPOINTMENT");
    assertThat(reason(() -> hold("2027-03-02T10:30:00Z"))).isEqualTo("OVERLAPS_APPOINTMENT");
    assertThat(slotsAround()).doesNotContain(TEN);
    assertThat(isAvailable(TEN)).isFalse();

    engine.clock().advance(java.time.Duration.ofMinutes(5));

    assertThat(slotsAround()).contains(TEN);
    assertThat(isAvailable(TEN)).isTrue();
    assertThat(reason(() -> stub(office.manager).getHold(get(hold.getName()))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(office.book(technician, "2027-03-02T10:30:00Z").getName()).isNotEmpty();
  }

  @Test
  void becomesTheVisitOfWhoPresentsIt() {
    var hold = hold(TEN);
    var visit = office.visit(technician, TEN).setHold(hold.getName());

    assertThat(office.create(visit.clone().setValidateOnly(true)).getReference()).isEmpty();
    var booked = office.create(visit.clone().setSlotToken(hold.getSlot().getToken()));

    assertThat(booked.getStartTime()).isEqualTo(at(TEN));
    assertThat(reason(() -> stub(office.manager).getHold(get(hold.getName()))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> office.create(visit))).isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void staysWhenTheVisitIsRefused() {
    var hold = hold(TEN);
    office.book(technician, "2027-03-02T11:00:00Z");
    var visit = office.visit(technician, TEN).setHold(hold.getName());
    visit.getAppointmentBuilder().setDuration(minutes(90));

    assertThat(reason(() -> office.create(visit))).isEqualTo("OVERLAPS_APPOINTMENT");
    assertThat(stub(office.manager).getHold(get(hold.getName())).getExpireTime())
        .isEqualTo(hold.getExpireTime());
  }

  @Test
  void belongsToTheCredentialThatMadeIt() {
    var hold = hold(TEN);
    var other = engine.as(engine.seeds().key(office.tenant, Role.ADMIN));
    var visit = office.visit(technician, TEN).setHold(hold.getName()).build();

    assertThat(reason(() -> AppointmentServiceGrpc.newBlockingStub(other).createAppointment(visit)))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> stub(other).getHold(get(hold.getName()))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> stub(other).deleteHold(delete(hold.getName()))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    stub(office.manager).deleteHold(delete(hold.getName()));
    assertThat(slotsAround()).contains(TEN);
  }

  @Test
  void isPresentedForItsOwnPlaceOnly() {
    var hold = hold(TEN);
    var later = office.visit(technician, "2027-03-02T14:00:00Z");

    assertThat(invalidField(() -> office.create(later.clone().setHold(hold.getName()))))
        .isEqualTo("hold");
    assertThat(invalidField(() -> office.create(later.clone().setSlotToken(token(hold)))))
        .isEqualTo("slotToken");
    assertThat(invalidField(() -> office.create(later.clone().setSlotToken("x"))))
        .isEqualTo("slotToken");
    var other = office.visit(office.technician(), TEN).setSlotToken(token(hold));
    assertThat(invalidField(() -> office.create(other))).isEqualTo("slotToken");
  }

  @Test
  void countsForTheDailyLimitAndForTheCustomerItNames() {
    office.setPolicy(technician, "max_daily_appointments", 1);
    var customer = "customers/" + engine.seeds().customer(office.tenant);
    stub(office.manager).createHold(request(TEN).setCustomer(customer).build());

    assertThat(reason(() -> office.book(technician, "2027-03-02T15:00:00Z")))
        .isEqualTo("DAILY_LIMIT_REACHED");
    var elsewhere = office.visit(office.technician(), TEN);
    elsewhere.getAppointmentBuilder().setCustomer(customer);
    assertThat(reason(() -> office.create(elsewhere))).isEqualTo("CUSTOMER_OVERLAP");
  }

  @Test
  void isNoAppointment() {
    var hold = hold(TEN);
    var stub = AppointmentServiceGrpc.newBlockingStub(office.manager);

    assertThat(
            stub.listAppointments(ListAppointmentsRequest.getDefaultInstance())
                .getAppointmentsList())
        .isEmpty();
    var name = hold.getName().replace("holds/", "appointments/");
    var request = GetAppointmentRequest.newBuilder().setName(name).build();
    assertThat(reason(() -> stub.getAppointment(request))).isEqualTo("RESOURCE_NOT_FOUND");
    // Nor does it keep its technician.
    TechnicianServiceGrpc.newBlockingStub(office.manager)
        .deleteTechnician(DeleteTechnicianRequest.newBuilder().setName(name(technician)).build());
    assertThat(engine.seeds().count(office.tenant, "appointment")).isZero();
  }

  @Test
  void limitsWhatOneCallerHolds() {
    var most = stub(office.manager);
    for (int i = 0; i < Hold.MOST_OF_CALLER; i++) {
      most.createHold(of(office.technician(), TEN).setTtl(seconds(3600)).build());
    }

    var refused = error(() -> most.createHold(request(TEN).build()));

    assertThat(EngineExtension.info(refused).getReason()).isEqualTo("HOLD_LIMIT_REACHED");
    assertThat(EngineExtension.info(refused).getMetadataMap()).containsEntry("limit", "50");
    assertThat(EngineExtension.detail(refused, RetryInfo.class).getRetryDelay().getSeconds())
        .isEqualTo(3600);
    assertThat(
            refused
                .getTrailers()
                .get(Metadata.Key.of("retry-after", Metadata.ASCII_STRING_MARSHALLER)))
        .isEqualTo("3600");
    var other = engine.as(engine.seeds().key(office.tenant, Role.ADMIN));
    stub(other).createHold(request(TEN).build());
    engine.clock().advance(java.time.Duration.ofHours(1));
    most.createHold(request("2027-03-02T13:00:00Z").build());
    assertThat(engine.seeds().count(office.tenant, "appointment"))
        .as("expired holds are cleared away")
        .isEqualTo(1);
  }

  @Test
  void isJudgedLikeABooking() {
    assertThat(reason(() -> hold("2027-03-02T20:00:00Z"))).isEqualTo("OUTSIDE_WORKING_HOURS");
    for (var seconds : List.of(0, 3601)) {
      var request = request(TEN).setTtl(seconds(seconds)).build();
      assertThat(invalidField(() -> stub(office.manager).createHold(request))).isEqualTo("ttl");
    }
    var unknown = of(UUID.randomUUID(), TEN).build();
    assertThat(reason(() -> stub(office.manager).createHold(unknown)))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void answersARetryOnce() {
    var request = request(TEN).setRequestId(UUID.randomUUID().toString()).build();
    assertThat(stub(office.manager).createHold(request))
        .isEqualTo(stub(office.manager).createHold(request));
  }

  @Test
  void rolesReachAsFarAsTheyMay() {
    var colleague = office.technician();
    var own = stub(office.as(technician));
    assertThat(own.createHold(request(TEN).build()).getName()).startsWith("holds/");
    assertThat(reason(() -> own.createHold(of(colleague, TEN).build()))).isEqualTo("NOT_ALLOWED");
    var reader = engine.as(engine.seeds().integratorKey(office.tenant, Scope.AVAILABILITY_READ));
    assertThat(reason(() -> stub(reader).createHold(of(colleague, TEN).build())))
        .isEqualTo("NOT_ALLOWED");
    var elsewhere = new Office(engine);
    assertThat(reason(() -> stub(elsewhere.manager).createHold(request(TEN).build())))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void oneOfSixtyFourWinsASlot() throws Exception {
    var attempts = new ArrayList<Callable<String>>();
    for (int i = 0; i < 64; i++) {
      var stub = stub(engine.as(engine.seeds().key(office.tenant, Role.MANAGER)));
      attempts.add(() -> outcome(stub));
    }
    List<String> outcomes = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (Future<String> outcome : threads.invokeAll(attempts)) {
        outcomes.add(outcome.get());
      }
    }

    assertThat(outcomes).filteredOn("held"::equals).hasSize(1);
    assertThat(outcomes).filteredOn("OVERLAPS_APPOINTMENT"::equals).hasSize(63);
  }

  private String outcome(HoldServiceBlockingStub stub) {
    try {
      stub.createHold(request(TEN).build());
      return "held";
    } catch (StatusRuntimeException refused) {
      return EngineExtension.info(refused).getReason();
    }
  }

  private org.supportcenter.v1.Hold hold(String start) {
    return stub(office.manager).createHold(request(start).build());
  }

  private CreateHoldRequest.Builder request(String start) {
    return of(technician, start);
  }

  private static CreateHoldRequest.Builder of(UUID technician, String start) {
    return CreateHoldRequest.newBuilder()
        .setTechnician(name(technician))
        .setStartTime(at(start))
        .setDuration(minutes(60));
  }

  private boolean isAvailable(String start) {
    return office.check(technician, start).getAvailable();
  }

  private List<String> slotsAround() {
    var question = Office.hours("2027-03-02T09:00:00Z", "2027-03-02T12:00:00Z");
    return Office.starts(Office.all(office.availability(), question));
  }

  private static HoldServiceBlockingStub stub(Channel channel) {
    return HoldServiceGrpc.newBlockingStub(channel);
  }

  private static String token(org.supportcenter.v1.Hold hold) {
    return hold.getSlot().getToken();
  }

  private static GetHoldRequest get(String name) {
    return GetHoldRequest.newBuilder().setName(name).build();
  }

  private static DeleteHoldRequest delete(String name) {
    return DeleteHoldRequest.newBuilder().setName(name).build();
  }

  private static Duration seconds(int seconds) {
    return Duration.newBuilder().setSeconds(seconds).build();
  }
}
