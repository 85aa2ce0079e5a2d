package org.supportcenter.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.supportcenter.domain.appointment.AppointmentStatus.CANCELLED;
import static org.supportcenter.domain.appointment.AppointmentStatus.COMPLETED;
import static org.supportcenter.domain.appointment.AppointmentStatus.CONFIRMED;
import static org.supportcenter.domain.appointment.AppointmentStatus.DRAFT;
import static org.supportcenter.domain.appointment.AppointmentStatus.IN_PROGRESS;
import static org.supportcenter.domain.appointment.AppointmentStatus.NO_SHOW;
import static org.supportcenter.domain.booking.Decisions.NOW;
import static org.supportcenter.domain.booking.Decisions.accepted;
import static org.supportcenter.domain.booking.Decisions.advance;
import static org.supportcenter.domain.booking.Decisions.confirm;
import static org.supportcenter.domain.booking.Decisions.decide;
import static org.supportcenter.domain.booking.Decisions.refusal;
import static org.supportcenter.domain.booking.Decisions.visit;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.booking.Decision.Accepted;
import org.supportcenter.domain.booking.Decisions.FixedJudge;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.ticket.Stage;

/** Which statuses may follow which, and what is recorded. */
class StatusDecisionTest {

  static Stream<Arguments> statusPairs() {
    return Stream.of(AppointmentStatus.values())
        .flatMap(
            from ->
                Stream.of(IN_PROGRESS, COMPLETED, CANCELLED, NO_SHOW)
                    .map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("statusPairs")
  void onlyTheStatusMachinesStepsAreTaken(AppointmentStatus from, AppointmentStatus to) {
    var current = visit(from);
    var decision = decide(new FixedJudge(), advance(current, to));

    if (from == CANCELLED && to == CANCELLED) {
      assertThat(accepted(decision).appointments()).isEmpty();
      assertThat(accepted(decision).outcome()).containsExactly(current);
    } else if (allowed(from).contains(to)) {
      var after = accepted(decision).outcome().getFirst();
      assertThat(after.status()).isEqualTo(to);
      assertThat(after.version()).isEqualTo(current.version() + 1);
    } else {
      assertThat(refusal(decision))
          .asInstanceOf(type(Refusal.TransitionNotAllowed.class))
          .satisfies(refused -> assertThat(refused.status()).isEqualTo(from.name()))
          .satisfies(
              refused ->
                  assertThat(refused.allowed())
                      .containsExactlyElementsOf(
                          allowed(from).stream().map(AppointmentStatus::name).toList()));
    }
  }

  private static List<AppointmentStatus> allowed(AppointmentStatus from) {
    return switch (from) {
      case DRAFT -> List.of(CONFIRMED, CANCELLED);
      case CONFIRMED -> List.of(IN_PROGRESS, CANCELLED, NO_SHOW);
      case IN_PROGRESS -> List.of(COMPLETED, CANCELLED);
      case COMPLETED, CANCELLED, NO_SHOW -> List.of();
    };
  }

  @ParameterizedTest
  @EnumSource(AppointmentStatus.class)
  void onlyDraftsAreConfirmed(AppointmentStatus from) {
    var decision = decide(new FixedJudge(), confirm(visit(from), WaiverRequest.NONE));

    assertThat(decision instanceof Accepted).isEqualTo(from == DRAFT);
  }

  @Test
  void startingAndCompletingRecordTheActualTimes() {
    var started = accepted(decide(new FixedJudge(), advance(visit(CONFIRMED), IN_PROGRESS)));
    assertThat(started.outcome().getFirst().progress().actualStartTime()).isEqualTo(NOW);

    var completed = accepted(decide(new FixedJudge(), advance(visit(IN_PROGRESS), COMPLETED)));
    assertThat(completed.outcome().getFirst().progress().actualEndTime()).isEqualTo(NOW);
    assertThat(completed.tickets().getFirst().after().stage()).isEqualTo(Stage.DONE);
  }
}
