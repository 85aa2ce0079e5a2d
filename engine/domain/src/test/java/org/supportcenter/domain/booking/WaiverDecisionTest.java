package org.supportcenter.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.domain.appointment.AppointmentStatus.CONFIRMED;
import static org.supportcenter.domain.appointment.AppointmentStatus.DRAFT;
import static org.supportcenter.domain.booking.Decisions.AUTHOR;
import static org.supportcenter.domain.booking.Decisions.CUSTOMER;
import static org.supportcenter.domain.booking.Decisions.DETAILS;
import static org.supportcenter.domain.booking.Decisions.LATER;
import static org.supportcenter.domain.booking.Decisions.NOW;
import static org.supportcenter.domain.booking.Decisions.TECHNICIAN;
import static org.supportcenter.domain.booking.Decisions.accepted;
import static org.supportcenter.domain.booking.Decisions.confirm;
import static org.supportcenter.domain.booking.Decisions.create;
import static org.supportcenter.domain.booking.Decisions.decide;
import static org.supportcenter.domain.booking.Decisions.reasons;
import static org.supportcenter.domain.booking.Decisions.update;
import static org.supportcenter.domain.booking.Decisions.visit;
import static org.supportcenter.domain.booking.Decisions.waived;
import static org.supportcenter.domain.booking.Decisions.waiving;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.appointment.Waiver;
import org.supportcenter.domain.booking.Decision.Refused;
import org.supportcenter.domain.booking.Decisions.FixedJudge;
import org.supportcenter.domain.rule.Reason;

/** What is waived, what is stored of it, and how long it holds. */
class WaiverDecisionTest {

  @Test
  void aBrokenRuleRefusesWithTheCandidateForWhichToLookForAlternatives() {
    var decision = decide(new FixedJudge(Reason.TIME_OFF), create(WaiverRequest.NONE));

    assertThat(reasons(decision)).containsExactly(Reason.TIME_OFF);
    assertThat(((Refused) decision).judged()).isNotNull();
  }

  @Test
  void unnamedRulesStillApply() {
    var judge = new FixedJudge(Reason.TIME_OFF, Reason.MISSING_SKILL);

    assertThat(reasons(decide(judge, create(waiving(Reason.TIME_OFF)))))
        .containsExactly(Reason.MISSING_SKILL);
  }

  @Test
  void onlyReallyBrokenRulesAreStoredAsWaived() {
    var decision =
        decide(
            new FixedJudge(Reason.TIME_OFF),
            create(waiving(Reason.TIME_OFF, Reason.MISSING_SKILL)));

    var change = accepted(decision).appointments().getFirst();
    assertThat(change.waivers())
        .containsExactly(new Waiver(Reason.TIME_OFF, "because", AUTHOR.actor(), NOW));
    assertThat(change.after().waivers()).isEqualTo(change.waivers());
  }

  @ParameterizedTest
  @EnumSource(
      value = Reason.class,
      names = {"START_IN_PAST", "OVERLAPS_APPOINTMENT", "TECHNICIAN_INACTIVE"})
  void someRulesAreNeverWaived(Reason reason) {
    assertThat(reasons(decide(new FixedJudge(reason), create(waiving(reason)))))
        .containsExactly(reason);
  }

  @Test
  void waiversHoldThroughConfirmAndWhileThePlaceStands() {
    var draft = waived(visit(DRAFT), Reason.TIME_OFF);
    var confirmed =
        accepted(decide(new FixedJudge(Reason.TIME_OFF), confirm(draft, WaiverRequest.NONE)));
    assertThat(confirmed.outcome().getFirst().waivers()).isEqualTo(draft.waivers());
    assertThat(confirmed.appointments().getFirst().waivers()).isEmpty();

    var skilled =
        new Wish(
            CUSTOMER,
            TECHNICIAN,
            draft.ticketId(),
            null,
            LATER,
            Duration.ofHours(1),
            List.of("roof"),
            DETAILS);
    var updated = accepted(decide(new FixedJudge(Reason.TIME_OFF), update(draft, skilled)));
    assertThat(updated.outcome().getFirst().waivers()).isEqualTo(draft.waivers());
  }

  @Test
  void aMoveDropsWaivers() {
    var current = waived(visit(CONFIRMED), Reason.TIME_OFF);
    var moved = Wish.like(current).at(LATER.plusSeconds(60), Duration.ofHours(1));

    assertThat(reasons(decide(new FixedJudge(Reason.TIME_OFF), update(current, moved))))
        .containsExactly(Reason.TIME_OFF);
    var clean = accepted(decide(new FixedJudge(), update(current, moved)));
    assertThat(clean.outcome().getFirst().waivers()).isEmpty();
    assertThat(clean.appointments().getFirst().type()).isEqualTo(AppointmentChange.Type.MOVED);
  }
}
