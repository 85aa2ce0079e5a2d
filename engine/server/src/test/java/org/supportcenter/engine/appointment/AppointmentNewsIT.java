package org.supportcenter.engine.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.supportcenter.engine.appointment.Desk.at;
import static org.supportcenter.engine.appointment.Desk.of;
import static org.supportcenter.engine.testing.Calls.reason;

import io.grpc.Context;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.testkit.SeededKey;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentEvent;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.AppointmentServiceGrpc.AppointmentServiceBlockingStub;
import org.supportcenter.v1.FieldChange;
import org.supportcenter.v1.ListAppointmentEventsRequest;
import org.supportcenter.v1.ListAppointmentsRequest;
import org.supportcenter.v1.WatchAppointmentsRequest;
import org.supportcenter.v1.WatchAppointmentsResponse;
import org.supportcenter.v1.WatchAppointmentsResponse.Kind;

/** Lists, history and watches as a caller meets them. */
class AppointmentNewsIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private Desk desk;
  private UUID technician;
  private AppointmentServiceBlockingStub own;

  @BeforeEach
  void open() {
    desk = new Desk(engine);
    technician = desk.technician();
    own = stub(engine.seeds().technicianKey(desk.tenant, technician));
  }

  @Test
  void aWindowListsTheVisitsThatMeetIt() {
    var first = desk.book(technician, "2027-03-02T10:00:00Z");
    var second = desk.book(technician, "2027-03-02T12:00:00Z");
    desk.book(technician, "2027-03-03T10:00:00Z");
    var window =
        ListAppointmentsRequest.newBuilder()
            .setStartTime(at("2027-03-02T10:30:00Z"))
            .setEndTime(at("2027-03-02T12:30:00Z"));

    assertThat(desk.manager.listAppointments(window.build()).getAppointmentsList())
        .containsExactly(second, first);
    var page = desk.manager.listAppointments(window.setPageSize(1).build());
    assertThat(page.getAppointmentsList()).containsExactly(second);
    var next = window.setPageToken(page.getNextPageToken()).build();
    assertThat(desk.manager.listAppointments(next).getAppointmentsList()).containsExactly(first);
    assertThat(reason(() -> desk.manager.listAppointments(window.setQuery("x").build())))
        .isEqualTo("PAGE_TOKEN_INVALID");
  }

  @Test
  void aWindowThatEndsBeforeItStartsIsRefused() {
    var window =
        ListAppointmentsRequest.newBuilder()
            .setStartTime(at("2027-03-02T10:30:00Z"))
            .setEndTime(at("2027-03-02T10:30:00Z"))
            .build();

    assertThat(reason(() -> desk.manager.listAppointments(window))).isEqualTo("FIELD_INVALID");
  }

  @Test
  void aTechnicianListsTheirOwnAndReadsOnlyTheirHistory() {
    var mine = desk.book(technician, "2027-03-02T10:00:00Z");
    var others = desk.book(desk.technician(), "2027-03-02T14:00:00Z");

    assertThat(own.listAppointments(ListAppointmentsRequest.getDefaultInstance()))
        .satisfies(page -> assertThat(page.getAppointmentsList()).containsExactly(mine));
    assertThat(events(own, mine)).hasSize(1);
    assertThat(reason(() -> events(own, others))).isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void historyTellsWhoChangedWhat() {
    var visit = desk.book(technician, "2027-03-02T10:00:00Z");
    desk.update(of(visit).setDescription("Ring twice"));

    var events = events(desk.manager, visit);

    assertThat(events)
        .extracting(AppointmentEvent::getType, AppointmentEvent::getVersion)
        .containsExactly(tuple("appointment.created", 1), tuple("appointment.updated", 2));
    assertThat(events.getLast().getActor()).isEqualTo(visit.getCreator());
    assertThat(events.getLast().getChangesList())
        .containsExactly(
            FieldChange.newBuilder().setField("description").setAfter("Ring twice").build());
  }

  @Test
  void aChangeAtOneEngineReachesWatchersOfAnother() throws Exception {
    var other = engine.start();
    var channel = EngineExtension.channelTo(other);
    var watching = Context.current().withCancellation();
    try {
      var key = engine.seeds().key(desk.tenant, Role.MANAGER);
      var far =
          AppointmentServiceGrpc.newBlockingStub(
              EngineExtension.with(channel, "authorization", "Bearer " + key.secret()));
      var stream = watching.call(() -> watch(far, ""));
      var beginning = stream.next();
      assertThat(beginning.getKind()).isEqualTo(Kind.HEARTBEAT);

      var visit = desk.book(technician, "2027-03-02T10:00:00Z");
      var news = stream.next();

      assertThat(news.getKind()).isEqualTo(Kind.CHANGED);
      assertThat(news.getType()).isEqualTo("appointment.created");
      assertThat(news.getAppointment()).isEqualTo(visit);
      var again = watching.call(() -> watch(far, beginning.getResumeToken()));
      assertThat(again.next().getKind()).isEqualTo(Kind.HEARTBEAT);
      assertThat(again.next()).isEqualTo(news);

      other.close();
      assertThat(stream.hasNext()).isFalse();
      assertThat(again.hasNext()).isFalse();
    } finally {
      watching.cancel(null);
      channel.shutdownNow();
      channel.awaitTermination(5, TimeUnit.SECONDS);
      other.close();
    }
  }

  @Test
  void aDamagedResumeTokenIsRefusedByName() {
    assertThat(reason(() -> watch(desk.manager, "nonsense").next())).isEqualTo("FIELD_INVALID");
  }

  private static Iterator<WatchAppointmentsResponse> watch(
      AppointmentServiceBlockingStub stub, String token) {
    return stub.withDeadlineAfter(30, TimeUnit.SECONDS)
        .watchAppointments(WatchAppointmentsRequest.newBuilder().setResumeToken(token).build());
  }

  private static ArrayList<AppointmentEvent> events(
      AppointmentServiceBlockingStub stub, Appointment visit) {
    var request = ListAppointmentEventsRequest.newBuilder().setParent(visit.getName()).build();
    return new ArrayList<>(stub.listAppointmentEvents(request).getEventsList());
  }

  private static AppointmentServiceBlockingStub stub(SeededKey key) {
    return AppointmentServiceGrpc.newBlockingStub(engine.as(key));
  }
}
