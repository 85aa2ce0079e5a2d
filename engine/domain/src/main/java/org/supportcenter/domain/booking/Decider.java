package org.supportcenter.domain.booking;

import static org.supportcenter.domain.appointment.AppointmentStatus.CANCELLED;
import static org.supportcenter.domain.appointment.AppointmentStatus.CONFIRMED;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.appointment.Progress;
import org.supportcenter.domain.appointment.Revision;
import org.supportcenter.domain.appointment.StatusMachine;
import org.supportcenter.domain.booking.BookingCommand.Advance;
import org.supportcenter.domain.booking.BookingCommand.Confirm;
import org.supportcenter.domain.booking.BookingCommand.Create;
import org.supportcenter.domain.booking.BookingCommand.Move;
import org.supportcenter.domain.booking.BookingCommand.Rearrange;
import org.supportcenter.domain.booking.BookingCommand.Update;
import org.supportcenter.domain.booking.Decision.Accepted;
import org.supportcenter.domain.booking.Decision.Refused;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.rule.Judge;
import org.supportcenter.domain.rule.Verdict;
import org.supportcenter.domain.rule.Violation;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.ticket.TicketChange;

/**
 * Decides what a command does: the status machine, waivers, what a move keeps and drops, and what
 * follows for tickets. The scheduling rules themselves are asked of the {@link Judge}.
 */
public final class Decider {

  private static final Refusal TICKET_OF_ANOTHER =
      new Refusal.FieldsInvalid(
          "appointment.ticket", "must be a ticket of the appointment's customer");

  private final Judge judge;

  /** Decides by the judge. */
  public Decider(Judge judge) {
    this.judge = judge;
  }

  /**
   * Decides one command.
   *
   * @param now the engine's clock, read under the locks
   */
  public Decision decide(BookingCommand command, Instant now) {
    return switch (command) {
      case Create create -> create(create, now);
      case Update update -> update(update, now);
      case Move move -> move(move, now);
      case Rearrange rearrange -> Rearrangement.decide(rearrange, judge, now);
      case Confirm confirm -> confirm(confirm, now);
      case Advance advance -> advance(advance, now);
    };
  }

  private Decision create(Create create, Instant now) {
    var wish = create.placement().wish();
    var ticket = create.ticket();
    if (ticket != null && !ticket.belongsTo(wish.customerId())) {
      return refused(TICKET_OF_ANOTHER);
    }
    var arrangement = new Arrangement(create.placement());
    var verdict = judge(List.of(arrangement), create.booked(), now).getFirst();
    if (!arrangement.standing(verdict).isEmpty()) {
      return refused(arrangement, verdict);
    }
    var waivers = arrangement.added(verdict, create.author().actor(), now);
    var visit =
        new Appointment(
            create.id(),
            "",
            wish.customerId(),
            ticket == null ? create.newTicketId() : ticket.ticket().id(),
            arrangement.terms(),
            create.status(),
            wish.details(),
            Progress.NONE,
            waivers,
            Revision.first(create.author(), now));
    var change = new AppointmentChange(AppointmentChange.Type.CREATED, null, visit, waivers);
    return accepted(
        change,
        ticket == null
            ? TicketFollower.created(visit)
            : TicketFollower.followed(ticket, change, null));
  }

  private Decision update(Update update, Instant now) {
    var arrangement = new Arrangement(update.placement());
    var current = update.placement().stored();
    var wish = update.placement().wish();
    var ticket = update.ticket();
    if (arrangement.isMove() && !current.status().holdsTime()) {
      return refused(hasEnded(current));
    }
    if (ticket != null
        && !ticket.belongsTo(wish.customerId())
        && !(ticket.equals(update.formerTicket()) && ticket.existsForOneVisit())) {
      return refused(TICKET_OF_ANOTHER);
    }
    var verdict = judgeIfNeeded(List.of(arrangement), update.booked(), now).get(arrangement);
    if (verdict != null && !arrangement.standing(verdict).isEmpty()) {
      return refused(arrangement, verdict);
    }
    var ticketId = ticket == null ? update.newTicketId() : ticket.ticket().id();
    var change = arrangement.change(verdict, ticketId, update.author().actor(), now);
    if (change == null) {
      return new Accepted(List.of(current), List.of(), List.of());
    }
    if (ticketId.equals(current.ticketId())) {
      return accepted(
          change, TicketFollower.followed(update.formerTicket(), change, current.technicianId()));
    }
    return accepted(
        change,
        TicketFollower.left(update.formerTicket(), change.after()),
        ticket == null
            ? TicketFollower.created(change.after())
            : TicketFollower.followed(ticket, change, null));
  }

  private Decision move(Move move, Instant now) {
    var arrangements = move.placements().stream().map(Arrangement::new).toList();
    for (var arrangement : arrangements) {
      var current = arrangement.placement().stored();
      if (arrangement.isMove() && !current.status().holdsTime()) {
        return refused(hasEnded(current));
      }
    }
    var verdicts = judgeIfNeeded(arrangements, move.booked(), now);
    var standing = new ArrayList<Violation>();
    verdicts.forEach(
        (arrangement, verdict) ->
            arrangement.standing(verdict).stream()
                .map(violation -> violation.by(arrangement.placement().stored().id()))
                .forEach(standing::add));
    if (!standing.isEmpty()) {
      return refused(arrangements, new Refusal.RulesBroken(standing, List.of()));
    }
    var tickets = new HashMap<UUID, TicketFacts>();
    move.tickets().forEach(facts -> tickets.put(facts.ticket().id(), facts));
    var outcome = new ArrayList<Appointment>();
    var changes = new ArrayList<AppointmentChange>();
    var ticketChanges = new ArrayList<TicketChange>();
    for (var arrangement : arrangements) {
      var current = arrangement.placement().stored();
      var change =
          arrangement.change(
              verdicts.get(arrangement), current.ticketId(), move.author().actor(), now);
      outcome.add(change == null ? current : change.after());
      if (change != null) {
        changes.add(change);
        var facts = tickets.get(current.ticketId());
        var followed =
            facts == null ? null : TicketFollower.followed(facts, change, current.technicianId());
        if (facts != null && followed != null) {
          tickets.put(current.ticketId(), facts.with(followed.after()));
          ticketChanges.add(followed);
        }
      }
    }
    return new Accepted(outcome, changes, ticketChanges);
  }

  private Decision confirm(Confirm confirm, Instant now) {
    var current = confirm.placement().stored();
    if (!StatusMachine.allows(current.status(), CONFIRMED)) {
      return refused(notAllowed(current, CONFIRMED));
    }
    var arrangement = new Arrangement(confirm.placement());
    var verdict = judge(List.of(arrangement), confirm.booked(), now).getFirst();
    if (!arrangement.standing(verdict).isEmpty()) {
      return refused(arrangement, verdict);
    }
    var added = arrangement.added(verdict, confirm.author().actor(), now);
    var after = current.advanced(CONFIRMED, current.progress(), arrangement.with(added), now);
    var change = new AppointmentChange(AppointmentChange.Type.CONFIRMED, current, after, added);
    return accepted(
        change, TicketFollower.followed(confirm.ticket(), change, current.technicianId()));
  }

  private static Decision advance(Advance advance, Instant now) {
    var current = advance.current();
    var next = advance.next();
    if (next == CANCELLED && current.status() == CANCELLED) {
      return new Accepted(List.of(current), List.of(), List.of());
    }
    if (!StatusMachine.allows(current.status(), next)) {
      return refused(notAllowed(current, next));
    }
    var progress = current.progress();
    var reached =
        switch (next) {
          case IN_PROGRESS -> progress.started(now);
          case COMPLETED -> progress.completed(now);
          case CANCELLED -> progress.cancelled(advance.cancelReason(), now);
          case NO_SHOW, DRAFT, CONFIRMED -> progress;
        };
    var type =
        switch (next) {
          case IN_PROGRESS -> AppointmentChange.Type.STARTED;
          case COMPLETED -> AppointmentChange.Type.COMPLETED;
          case CANCELLED -> AppointmentChange.Type.CANCELLED;
          case NO_SHOW -> AppointmentChange.Type.NO_SHOW;
          case CONFIRMED, DRAFT ->
              throw new IllegalArgumentException("Not a way to advance: " + next);
        };
    var after = current.advanced(next, reached, current.waivers(), now);
    var change = new AppointmentChange(type, current, after, List.of());
    return accepted(
        change, TicketFollower.followed(advance.ticket(), change, current.technicianId()));
  }

  private Map<Arrangement, Verdict> judgeIfNeeded(
      List<Arrangement> arrangements, List<BookedVisit> booked, Instant now) {
    var judged = arrangements.stream().filter(Arrangement::needsJudging).toList();
    var verdicts = new LinkedHashMap<Arrangement, Verdict>();
    if (!judged.isEmpty()) {
      var found = judge(judged, booked, now);
      for (int i = 0; i < judged.size(); i++) {
        verdicts.put(judged.get(i), found.get(i));
      }
    }
    return verdicts;
  }

  private List<Verdict> judge(
      List<Arrangement> arrangements, List<BookedVisit> booked, Instant now) {
    var candidates = arrangements.stream().map(Arrangement::candidate).toList();
    return judge.judge(candidates, new Facts(now, booked).near(candidates));
  }

  private static Decision accepted(
      AppointmentChange change, @Nullable TicketChange... ticketChanges) {
    return new Accepted(
        List.of(change.after()),
        List.of(change),
        Arrays.stream(ticketChanges).filter(Objects::nonNull).toList());
  }

  private static Decision refused(Arrangement arrangement, Verdict verdict) {
    return new Refused(
        new Refusal.RulesBroken(arrangement.standing(verdict), List.of()),
        verdict.candidate(),
        arrangement.terms().serviceTypeId());
  }

  /** Where several visits go together, another place for one of them would be no answer. */
  private static Decision refused(List<Arrangement> arrangements, Refusal refusal) {
    if (arrangements.size() > 1) {
      return refused(refusal);
    }
    var only = arrangements.getFirst();
    return new Refused(refusal, only.candidate(), only.terms().serviceTypeId());
  }

  private static Decision refused(Refusal refusal) {
    return new Refused(refusal, null, null);
  }

  private static Refusal notAllowed(Appointment current, AppointmentStatus next) {
    return new Refusal.TransitionNotAllowed(
        "appointments/" + current.id(),
        current.status().name(),
        next.name(),
        StatusMachine.after(current.status()).stream().map(AppointmentStatus::name).toList());
  }

  /** Who was there and when is history once a visit has ended; a completed one counts there. */
  private static Refusal hasEnded(Appointment current) {
    return notAllowed(current, current.status());
  }
}
