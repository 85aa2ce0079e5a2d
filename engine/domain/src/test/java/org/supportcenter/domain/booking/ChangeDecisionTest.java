package org.supportcenter.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.domain.appointment.AppointmentStatus.CONFIRMED;
import static org.supportcenter.domain.appointment.AppointmentStatus.DRAFT;
import static org.supportcenter.domain.appointment.AppointmentStatus.IN_PROGRESS;
import static org.supportcenter.domain.booking.Decisions.AUTHOR;
import static org.supportcenter.domain.booking.Decisions.DETAILS;
import static org.supportcenter.domain.booking.Decisions.LATER;
import static org.supportcenter.domain.booking.Decisions.OTHER_TECHNICIAN;
import static org.supportcenter.domain.booking.Decisions.accepted;
import static org.supportcenter.domain.booking.Decisions.confirm;
import static org.supportcenter.domain.booking.Decisions.decide;
import static org.supportcenter.domain.booking.Decisions.placement;
import static org.supportcenter.domain.booking.Decisions.refusal;
import static org.supportcenter.domain.booking.Decisions.ticket;
import static org.supportcenter.domain.booking.Decisions.update;
import static org.supportcenter.domain.booking.Decisions.visit;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.booking.BookingCommand.Move;
import org.supportcenter.domain.booking.BookingCommand.Update;
import org.supportcenter.domain.booking.Decision.Accepted;
import org.supportcenter.domain.booking.Decisions.FixedJudge;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.schedule.Candidate;

/** What of a change is judged, what it keeps, and what follows for tickets. */
class ChangeDecisionTest {

  @Test
  void notesAreNotJudgedAndTheSameAgainChangesNothing() {
    var judge = new FixedJudge(Reason.START_IN_PAST);
    var current = visit(CONFIRMED);
    var noted = Wish.like(current).with(DETAILS.noting("bring a ladder", null));

    var change = accepted(decide(judge, update(current, noted))).appointments().getFirst();
    assertThat(change.type()).isEqualTo(AppointmentChange.Type.UPDATED);
    assertThat(judge.asked).isEmpty();
    assertThat(accepted(decide(judge, update(current, Wish.like(current)))).appointments())
        .isEmpty();
  }

  @Test
  void onlyANewStartIsJudgedAsOne() {
    var judge = new FixedJudge();
    var current = visit(IN_PROGRESS);

    decide(judge, update(current, Wish.like(current).at(LATER, Duration.ofHours(2))));
    decide(judge, update(current, Wish.like(current).by(OTHER_TECHNICIAN)));
    decide(
        judge, update(current, Wish.like(current).at(LATER.plusSeconds(1), Duration.ofHours(1))));
    decide(judge, confirm(visit(DRAFT), WaiverRequest.NONE));

    assertThat(judge.asked)
        .extracting(Candidate::startIsNew)
        .containsExactly(false, false, true, false);
  }

  @Test
  void storedBuffersStayWhileTechnicianAndServiceTypeDo() {
    var judge = new FixedJudge();
    var current = visit(CONFIRMED);

    decide(judge, update(current, Wish.like(current).at(LATER, Duration.ofHours(2))));
    decide(judge, update(current, Wish.like(current).by(OTHER_TECHNICIAN)));

    assertThat(judge.asked)
        .extracting(Candidate::bufferAfter)
        .containsExactly(Duration.ofMinutes(10), Duration.ofMinutes(30));
  }

  @ParameterizedTest
  @EnumSource(
      value = AppointmentStatus.class,
      names = {"COMPLETED", "CANCELLED", "NO_SHOW"})
  void technicianAndTimesOfEndedVisitsCannotChange(AppointmentStatus ended) {
    var current = visit(ended);
    var judge = new FixedJudge();

    assertThat(
            refusal(
                decide(judge, update(current, Wish.like(current).at(LATER, Duration.ofHours(2))))))
        .isInstanceOf(Refusal.TransitionNotAllowed.class);
    var byAnother = Wish.like(current).by(OTHER_TECHNICIAN);
    assertThat(refusal(decide(judge, update(current, byAnother))))
        .isInstanceOf(Refusal.TransitionNotAllowed.class);
    assertThat(
            decide(
                judge, update(current, Wish.like(current).with(DETAILS.noting("went well", null)))))
        .isInstanceOf(Accepted.class);
    assertThat(judge.asked).isEmpty();
  }

  @Test
  void manyMovesAreJudgedTogetherAndToldByAppointment() {
    var one = visit(CONFIRMED);
    var two = visit(CONFIRMED);
    var judge = new FixedJudge(Reason.TIME_OFF);
    var command =
        new Move(
            List.of(
                placement(one, Wish.like(one).by(OTHER_TECHNICIAN), WaiverRequest.NONE),
                placement(two, Wish.like(two).by(OTHER_TECHNICIAN), WaiverRequest.NONE)),
            List.of(),
            List.of(),
            AUTHOR);

    var refused = (Refusal.RulesBroken) refusal(decide(judge, command));
    assertThat(judge.asked).hasSize(2);
    assertThat(refused.violations())
        .extracting(violation -> violation.subject().id())
        .containsExactly(one.id(), two.id());
  }

  @Test
  void theTicketFollowsItsTechnicianOnlyWhereItDidBefore() {
    var current = visit(CONFIRMED);
    var wish = Wish.like(current).by(OTHER_TECHNICIAN);

    var followed = accepted(decide(new FixedJudge(), update(current, wish)));
    assertThat(followed.tickets().getFirst().after().content().assigneeId())
        .isEqualTo(OTHER_TECHNICIAN);

    var somebody = UUID.randomUUID();
    var facts = ticket(current, somebody);
    var command =
        new Update(
            placement(current, wish, WaiverRequest.NONE),
            UUID.randomUUID(),
            List.of(),
            facts,
            facts,
            AUTHOR);
    assertThat(accepted(decide(new FixedJudge(), command)).tickets()).isEmpty();
  }
}
