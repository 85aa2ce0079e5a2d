package org.supportcenter.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.supportcenter.domain.appointment.AppointmentStatus.CANCELLED;
import static org.supportcenter.domain.appointment.AppointmentStatus.COMPLETED;
import static org.supportcenter.domain.appointment.AppointmentStatus.CONFIRMED;
import static org.supportcenter.domain.appointment.AppointmentStatus.DRAFT;
import static org.supportcenter.domain.appointment.AppointmentStatus.IN_PROGRESS;
import static org.supportcenter.domain.appointment.AppointmentStatus.NO_SHOW;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.appointment.Details;
import org.supportcenter.domain.appointment.Progress;
import org.supportcenter.domain.appointment.Revision;
import org.supportcenter.domain.appointment.Terms;
import org.supportcenter.domain.appointment.Waiver;
import org.supportcenter.domain.booking.BookingCommand.Advance;
import org.supportcenter.domain.booking.BookingCommand.Confirm;
import org.supportcenter.domain.booking.BookingCommand.Create;
import org.supportcenter.domain.booking.BookingCommand.Move;
import org.supportcenter.domain.booking.BookingCommand.Update;
import org.supportcenter.domain.booking.Decision.Accepted;
import org.supportcenter.domain.booking.Decision.Refused;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.change.Source;
import org.supportcenter.domain.policy.Policy;
import org.supportcenter.domain.policy.PolicyResolver;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.rule.Judge;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.rule.Subject;
import org.supportcenter.domain.rule.Verdict;
import org.supportcenter.domain.rule.Violation;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.ticket.Stage;
import org.supportcenter.domain.ticket.Ticket;
import org.supportcenter.domain.ticket.TicketContent;
import org.supportcenter.domain.time.Span;

/** What the decider makes of a verdict; which verdict is right is tested with the rules. */
class DeciderTest {

  private static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
  private static final Instant LATER = Instant.parse("2027-03-02T10:00:00Z");
  private static final Author AUTHOR = new Author("apiKeys/1", Source.API);
  private static final UUID TECHNICIAN = UUID.randomUUID();
  private static final UUID OTHER_TECHNICIAN = UUID.randomUUID();
  private static final UUID CUSTOMER = UUID.randomUUID();
  private static final Details DETAILS = new Details("", null, Priority.NORMAL, null, null);

  /** Finds broken what it is told, and remembers what it was asked. */
  private static final class FixedJudge implements Judge {
    private final List<Reason> broken;
    private final List<Candidate> asked = new ArrayList<>();

    FixedJudge(Reason... broken) {
      this.broken = List.of(broken);
    }

    @Override
    public List<Verdict> judge(List<Candidate> candidates, Facts facts) {
      asked.addAll(candidates);
      return candidates.stream()
          .map(
              candidate ->
                  new Verdict(
                      candidate,
                      broken.stream().map(reason -> violation(reason, candidate)).toList()))
          .toList();
    }

    private static Violation violation(Reason reason, Candidate candidate) {
      var subject = new Subject(Subject.Kind.TECHNICIAN, candidate.technicianId());
      return new Violation(reason, subject, null, reason.summary(), new TreeMap<>());
    }
  }

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
  void timesOfEndedVisitsCannotChange(AppointmentStatus ended) {
    var current = visit(ended);
    var judge = new FixedJudge();

    assertThat(
            refusal(
                decide(
                    judge,
                    update(current, Wish.like(current).at(LATER, Duration.ofHours(2))))))
        .isInstanceOf(Refusal.TransitionNotAllowed.class);
    assertThat(
            decide(
                judge,
                update(current, Wish.like(current).with(DETAILS.noting("went well", null)))))
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

  private static Decision decide(Judge judge, BookingCommand command) {
    return new Decider(judge).decide(command, NOW);
  }

  private static Accepted accepted(Decision decision) {
    assertThat(decision).isInstanceOf(Accepted.class);
    return (Accepted) decision;
  }

  private static Refusal refusal(Decision decision) {
    assertThat(decision).isInstanceOf(Refused.class);
    return ((Refused) decision).refusal();
  }

  private static List<Reason> reasons(Decision decision) {
    return ((Refusal.RulesBroken) refusal(decision))
        .violations().stream().map(Violation::reason).toList();
  }

  private static WaiverRequest waiving(Reason... reasons) {
    return new WaiverRequest(Set.of(reasons), "because");
  }

  private static Appointment visit(AppointmentStatus status) {
    return new Appointment(
        UUID.randomUUID(),
        "APPT-001",
        CUSTOMER,
        UUID.randomUUID(),
        new Terms(
            TECHNICIAN,
            null,
            Span.of(LATER, Duration.ofHours(1)),
            List.of(),
            Duration.ZERO,
            Duration.ofMinutes(10),
            ZoneOffset.UTC),
        status,
        DETAILS,
        Progress.NONE,
        List.of(),
        Revision.first(AUTHOR, NOW));
  }

  private static Appointment waived(Appointment visit, Reason reason) {
    return new Appointment(
        visit.id(),
        visit.reference(),
        visit.customerId(),
        visit.ticketId(),
        visit.terms(),
        visit.status(),
        visit.details(),
        visit.progress(),
        List.of(new Waiver(reason, "earlier", AUTHOR.actor(), NOW)),
        visit.revision());
  }

  private static TicketFacts ticket(Appointment visit, @Nullable UUID assignee) {
    var content =
        new TicketContent("Subject", "", CUSTOMER, assignee, Priority.NORMAL, null);
    var stage = StageRule.stage(List.of(visit.status()), true);
    return new TicketFacts(
        new Ticket(visit.ticketId(), "TICK-001", content, stage, true, 1, NOW, NOW), List.of());
  }

  private static Placement placement(
      @Nullable Appointment current, Wish wish, WaiverRequest waive) {
    var policy =
        new Policy(
            null, null, Duration.ofMinutes(30), null, null, null, null, null, null, null);
    var technician =
        new TechnicianFacts(
            wish.technicianId(),
            ZoneOffset.UTC,
            true,
            Set.of(),
            PolicyResolver.resolve(Policy.INHERITED, policy, null),
            Map.of(),
            List.of(),
            List.of(),
            List.of());
    return new Placement(current, wish, waive, technician, ServiceTypeRules.NONE);
  }

  private static Create create(WaiverRequest waive) {
    var wish = new Wish(CUSTOMER, TECHNICIAN, null, null, LATER, null, List.of(), DETAILS);
    return new Create(
        UUID.randomUUID(),
        UUID.randomUUID(),
        placement(null, wish, waive),
        CONFIRMED,
        List.of(),
        null,
        AUTHOR);
  }

  private static Update update(Appointment current, Wish wish) {
    var ticket = ticket(current, TECHNICIAN);
    return new Update(
        placement(current, wish, WaiverRequest.NONE),
        UUID.randomUUID(),
        List.of(),
        ticket,
        ticket,
        AUTHOR);
  }

  private static Confirm confirm(Appointment current, WaiverRequest waive) {
    return new Confirm(
        placement(current, Wish.like(current), waive),
        List.of(),
        ticket(current, TECHNICIAN),
        AUTHOR);
  }

  private static Advance advance(Appointment current, AppointmentStatus next) {
    return new Advance(current, next, "ill", ticket(current, TECHNICIAN), AUTHOR);
  }
}
