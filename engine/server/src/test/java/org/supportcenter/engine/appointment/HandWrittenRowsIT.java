package org.supportcenter.engine.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.grpc.StatusRuntimeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.Appointment;

/** Somebody writes visits by hand, without locks, while others book. */
@Timeout(30)
class HandWrittenRowsIT {

  private static final String PLACE = "2027-03-02T14:00:00Z";

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private Desk desk;
  private UUID technician;
  private Appointment there;

  @BeforeEach
  void open() {
    desk = new Desk(engine);
    technician = desk.technician();
    there = desk.book(technician, "2027-03-02T10:00:00Z");
  }

  @Test
  void aBookingThatMeetsSuchARowIsRefusedLikeAnyOther() throws Exception {
    var booking = whileMovedByHand(() -> desk.book(technician, PLACE));

    assertRefused(booking);
    assertThat(engine.seeds().count(desk.tenant, "appointment")).isEqualTo(1);
    assertThat(engine.seeds().count(desk.tenant, "ticket")).isEqualTo(1);
  }

  @Test
  void aMoveThatMeetsSuchARowIsRefusedLikeAnyOther() throws Exception {
    var other = desk.book(technician, "2027-03-02T16:00:00Z");

    var move =
        whileMovedByHand(
            () -> desk.update(Desk.of(other).clearEndTime().setStartTime(Desk.at(PLACE))));

    assertRefused(move);
    assertThat(desk.get(other)).isEqualTo(other);
  }

  private static void assertRefused(CompletableFuture<Appointment> call) {
    var failure = catchThrowableOfType(ExecutionException.class, call::get);
    assertThat(failure.getCause())
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            refusal -> assertThat(Desk.reasons(refusal)).containsExactly("OVERLAPS_APPOINTMENT"));
  }

  /** Has the call meet a visit that is there, moved to the place, and not committed at first. */
  private CompletableFuture<Appointment> whileMovedByHand(Supplier<Appointment> call)
      throws SQLException {
    try (var byHand = engine.postgres().owner().getConnection()) {
      byHand.setAutoCommit(false);
      execute(byHand, "SELECT set_config('app.tenant', '%s', false)".formatted(desk.tenant));
      execute(
          byHand,
          """
          UPDATE appointment SET start_time = start_time + shift, end_time = end_time + shift,
            occupied_start = occupied_start + shift, occupied_end = occupied_end + shift
          FROM (VALUES (interval '4 hours')) AS moved (shift)
          WHERE id = '%s'
          """
              .formatted(there.getName().replace("appointments/", "")));
      var answer = CompletableFuture.supplyAsync(call);
      awaitWaiter(byHand);
      byHand.commit();
      return answer;
    }
  }

  private static void awaitWaiter(Connection holder) throws SQLException {
    try (var statement =
        holder.prepareStatement(
            "SELECT FROM pg_stat_activity, pg_sleep(0.02)"
                + " WHERE pg_backend_pid() = any (pg_blocking_pids(pid))")) {
      var waiting = false;
      while (!waiting) {
        try (var rows = statement.executeQuery()) {
          waiting = rows.next();
        }
      }
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
