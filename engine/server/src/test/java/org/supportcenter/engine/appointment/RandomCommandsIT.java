package org.supportcenter.engine.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.wire.Times.timestamp;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.rule.Seed;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentMove;
import org.supportcenter.v1.BatchMoveAppointmentsRequest;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.ListAppointmentEventsRequest;
import org.supportcenter.v1.ListAppointmentsRequest;
import org.supportcenter.v1.ListTicketsRequest;
import org.supportcenter.v1.TicketServiceGrpc;
import org.supportcenter.v1.UpdateAppointmentRequest;

/**
 * Whatever is asked, in whatever order: what was accepted keeps the invariants, what was refused
 * changed nothing.
 */
class RandomCommandsIT {

  private static final int COMMANDS = 250;
  private static final Instant FIRST = Instant.parse("2027-03-02T05:00:00Z");
  private static final List<ErrorReason> WAIVABLE =
      List.of(
          ErrorReason.BUFFER_TOO_SHORT,
          ErrorReason.DAILY_LIMIT_REACHED,
          ErrorReason.CUSTOMER_OVERLAP);

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private final long seed = Seed.of(RandomCommandsIT.class);
  private final Random random = new Random(seed);
  private final Desk desk = new Desk(engine);
  private final List<UUID> technicians = IntStream.range(0, 3).mapToObj(_ -> technician()).toList();
  private final List<UUID> customers =
      IntStream.range(0, 4).mapToObj(_ -> desk.customer()).toList();

  /** By reference, and so in the order they were made: a seed plays the same commands again. */
  private Map<String, Appointment> known = new TreeMap<>();

  private UUID technician() {
    var id = desk.technician();
    desk.setPolicy(id, "buffer_before_seconds", 300);
    desk.setPolicy(id, "buffer_after_seconds", 600);
    desk.setPolicy(id, "max_daily_appointments", Invariants.DAILY_LIMIT);
    return id;
  }

  @Test
  void noSequenceOfCommandsBreaksAnInvariant() {
    int accepted = 0;
    for (int i = 0; i < COMMANDS; i++) {
      var changed = outcome(command());
      accepted += changed.isEmpty() ? 0 : 1;
      var expected = new TreeMap<>(known);
      changed.forEach(visit -> expected.put(visit.getReference(), visit));
      known = all();
      assertThat(known).as("after command %d of seed %d", i, seed).isEqualTo(expected);
      Invariants.hold(known.values(), "command %d of seed %d".formatted(i, seed));
    }
    assertThat(accepted).isGreaterThan(COMMANDS / 10);
    Invariants.ticketsFollow(
        known.values(),
        TicketServiceGrpc.newBlockingStub(desk.manager.getChannel())
            .listTickets(ListTicketsRequest.newBuilder().setPageSize(1000).build())
            .getTicketsList(),
        "seed " + seed);
    known.values().forEach(this::everyVersionHasItsEvent);
  }

  /** What a command changed; nothing when it was refused. */
  private List<Appointment> outcome(Supplier<List<Appointment>> command) {
    try {
      return command.get();
    } catch (StatusRuntimeException refused) {
      assertThat(refused.getStatus().getCode())
          .as("%s, seed %d", refused.getMessage(), seed)
          .isEqualTo(Status.Code.FAILED_PRECONDITION);
      return List.of();
    }
  }

  private Supplier<List<Appointment>> command() {
    if (known.isEmpty() || random.nextInt(3) == 0) {
      return this::create;
    }
    var one = any();
    return switch (random.nextInt(8)) {
      case 0, 1 -> () -> List.of(move(one));
      case 2 -> this::swap;
      case 3 -> () -> List.of(desk.confirm(one));
      case 4 -> () -> List.of(desk.start(one));
      case 5 -> () -> List.of(desk.complete(one));
      case 6 -> () -> List.of(desk.cancel(one));
      default -> () -> List.of(desk.noShow(one));
    };
  }

  private List<Appointment> create() {
    var visit =
        Appointment.newBuilder()
            .setTechnician("technicians/" + pick(technicians))
            .setCustomer("customers/" + pick(customers))
            .setStartTime(timestamp(start()))
            .setDuration(Desk.minutes(15 * (1 + random.nextInt(8))));
    if (random.nextBoolean()) {
      visit.setStatus(Appointment.Status.DRAFT);
    }
    if (!known.isEmpty() && random.nextInt(3) == 0) {
      var other = any();
      visit.setTicket(other.getTicket()).setCustomer(other.getCustomer());
    }
    var request = Desk.request(visit);
    if (random.nextInt(4) == 0) {
      request.addAllWaive(WAIVABLE).setWaiveJustification("They asked for it.");
    }
    return List.of(desk.manager.createAppointment(request.build()));
  }

  private Appointment move(Appointment one) {
    var change = Desk.of(one);
    if (random.nextBoolean()) {
      change.setStartTime(timestamp(start()));
    }
    if (random.nextInt(3) == 0) {
      change.setTechnician("technicians/" + pick(technicians));
    }
    if (random.nextInt(3) == 0) {
      change.setDuration(Desk.minutes(15 * (1 + random.nextInt(8))));
    }
    var request = UpdateAppointmentRequest.newBuilder().setAppointment(change);
    if (random.nextInt(4) == 0) {
      request.addAllWaive(WAIVABLE).setWaiveJustification("They asked for it.");
    }
    return desk.manager.updateAppointment(request.build());
  }

  /** Two visits that take each other's places, as far as they are two. */
  private List<Appointment> swap() {
    var one = any();
    var other = any();
    var request = BatchMoveAppointmentsRequest.newBuilder().addMoves(into(one, other));
    if (!other.equals(one)) {
      request.addMoves(into(other, one));
    }
    return desk.manager.batchMoveAppointments(request.build()).getAppointmentsList();
  }

  private static AppointmentMove into(Appointment one, Appointment place) {
    return AppointmentMove.newBuilder()
        .setName(one.getName())
        .setTechnician(place.getTechnician())
        .setStartTime(place.getStartTime())
        .build();
  }

  private Map<String, Appointment> all() {
    var all = new TreeMap<String, Appointment>();
    desk.manager
        .listAppointments(ListAppointmentsRequest.newBuilder().setPageSize(1000).build())
        .getAppointmentsList()
        .forEach(visit -> all.put(visit.getReference(), visit));
    return all;
  }

  private void everyVersionHasItsEvent(Appointment visit) {
    var events =
        desk.manager
            .listAppointmentEvents(
                ListAppointmentEventsRequest.newBuilder()
                    .setParent(visit.getName())
                    .setPageSize(1000)
                    .build())
            .getEventsList();
    assertThat(visit.getEtag())
        .as("%s, seed %d", visit.getName(), seed)
        .isEqualTo("\"%d\"".formatted(events.size()));
  }

  /** Two local days, so that places are few and neighbours many. */
  private Instant start() {
    return FIRST.plus(15L * random.nextInt(2 * 24 * 4), ChronoUnit.MINUTES);
  }

  private Appointment any() {
    return pick(List.copyOf(known.values()));
  }

  private <T> T pick(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
