package org.supportcenter.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.domain.appointment.AppointmentStatus.CONFIRMED;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.appointment.Details;
import org.supportcenter.domain.appointment.Progress;
import org.supportcenter.domain.appointment.Revision;
import org.supportcenter.domain.appointment.Terms;
import org.supportcenter.domain.appointment.Waiver;
import org.supportcenter.domain.booking.BookingCommand.Advance;
import org.supportcenter.domain.booking.BookingCommand.Confirm;
import org.supportcenter.domain.booking.BookingCommand.Create;
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
import org.supportcenter.domain.ticket.Ticket;
import org.supportcenter.domain.ticket.TicketContent;
import org.supportcenter.domain.time.Span;

/** What tests of the decider have in common: one visit, and a judge who finds what he is told. */
final class Decisions {

  static final Instant NOW = Instant.parse("2027-03-01T08:00:00Z");
  static final Instant LATER = Instant.parse("2027-03-02T10:00:00Z");
  static final Author AUTHOR = new Author("apiKeys/1", Source.API);
  static final UUID TECHNICIAN = UUID.randomUUID();
  static final UUID OTHER_TECHNICIAN = UUID.randomUUID();
  static final UUID CUSTOMER = UUID.randomUUID();
  static final Details DETAILS = new Details("", null, Priority.NORMAL, null, null);

  private Decisions() {}

  /** Finds broken what it is told, and remembers what it was asked. */
  static final class FixedJudge implements Judge {
    private final List<Reason> broken;
    final List<Candidate> asked = new ArrayList<>();

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

    static Violation violation(Reason reason, Candidate candidate) {
      var subject = new Subject(Subject.Kind.TECHNICIAN, candidate.technicianId());
      return new Violation(reason, subject, null, reason.summary(), new TreeMap<>());
    }
  }

  static Decision decide(Judge judge, BookingCommand command) {
    return new Decider(judge).decide(command, NOW);
  }

  static Accepted accepted(Decision decision) {
    assertThat(decision).isInstanceOf(Accepted.class);
    return (Accepted) decision;
  }

  static Refusal refusal(Decision decision) {
    assertThat(decision).isInstanceOf(Refused.class);
    return ((Refused) decision).refusal();
  }

  static List<Reason> reasons(Decision decision) {
    return ((Refusal.RulesBroken) refusal(decision))
        .violations().stream().map(Violation::reason).toList();
  }

  static WaiverRequest waiving(Reason... reasons) {
    return new WaiverRequest(Set.of(reasons), "because");
  }

  static Appointment visit(AppointmentStatus status) {
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

  static Appointment waived(Appointment visit, Reason reason) {
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

  static TicketFacts ticket(Appointment visit, @Nullable UUID assignee) {
    var content = new TicketContent("Subject", "", CUSTOMER, assignee, Priority.NORMAL, null);
    var stage = StageRule.stage(List.of(visit.status()), true);
    return new TicketFacts(
        new Ticket(visit.ticketId(), "TICK-001", content, stage, true, 1, NOW, NOW), List.of());
  }

  static Placement placement(@Nullable Appointment current, Wish wish, WaiverRequest waive) {
    var policy =
        new Policy(null, null, Duration.ofMinutes(30), null, null, null, null, null, null, null);
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

  static Create create(WaiverRequest waive) {
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

  static Update update(Appointment current, Wish wish) {
    var ticket = ticket(current, TECHNICIAN);
    return new Update(
        placement(current, wish, WaiverRequest.NONE),
        UUID.randomUUID(),
        List.of(),
        ticket,
        ticket,
        AUTHOR);
  }

  static Confirm confirm(Appointment current, WaiverRequest waive) {
    return new Confirm(
        placement(current, Wish.like(current), waive),
        List.of(),
        ticket(current, TECHNICIAN),
        AUTHOR);
  }

  static Advance advance(Appointment current, AppointmentStatus next) {
    return new Advance(current, next, "ill", ticket(current, TECHNICIAN), AUTHOR);
  }
}
