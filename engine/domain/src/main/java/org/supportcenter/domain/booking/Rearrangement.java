package org.supportcenter.domain.booking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.appointment.Progress;
import org.supportcenter.domain.appointment.Revision;
import org.supportcenter.domain.booking.BookingCommand.NewVisit;
import org.supportcenter.domain.booking.BookingCommand.Rearrange;
import org.supportcenter.domain.booking.Decision.Accepted;
import org.supportcenter.domain.booking.Decision.Refused;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.rule.Judge;
import org.supportcenter.domain.rule.Verdict;
import org.supportcenter.domain.rule.Violation;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.ticket.TicketChange;

/** Decides about moves and new visits that are to stand together, judged at once. */
final class Rearrangement {

  private final Rearrange command;
  private final Instant now;
  private final Map<UUID, TicketFacts> tickets = new HashMap<>();
  private final List<Appointment> outcome = new ArrayList<>();
  private final List<AppointmentChange> changes = new ArrayList<>();
  private final List<TicketChange> ticketChanges = new ArrayList<>();

  private Rearrangement(Rearrange command, Instant now) {
    this.command = command;
    this.now = now;
    command.tickets().forEach(facts -> tickets.put(facts.ticket().id(), facts));
  }

  static Decision decide(Rearrange command, Judge judge, Instant now) {
    var moves = command.moves().stream().map(Arrangement::new).toList();
    var visits = new LinkedHashMap<NewVisit, Arrangement>();
    command.visits().forEach(visit -> visits.put(visit, new Arrangement(visit.placement())));
    var judged = new ArrayList<>(moves.stream().filter(Arrangement::needsJudging).toList());
    judged.addAll(visits.values());
    var verdicts = verdicts(judged, command, judge, now);
    var standing = new ArrayList<Violation>();
    verdicts.forEach((arrangement, verdict) -> standing.addAll(arrangement.standing(verdict)));
    if (!standing.isEmpty()) {
      return new Refused(new Refusal.RulesBroken(standing, List.of()), null, null);
    }
    var decided = new Rearrangement(command, now);
    moves.forEach(move -> decided.move(move, verdicts.get(move)));
    visits.forEach(decided::create);
    return new Accepted(decided.outcome, decided.changes, decided.ticketChanges);
  }

  private static Map<Arrangement, Verdict> verdicts(
      List<Arrangement> judged, Rearrange command, Judge judge, Instant now) {
    var verdicts = new LinkedHashMap<Arrangement, Verdict>();
    if (!judged.isEmpty()) {
      var candidates = judged.stream().map(Arrangement::candidate).toList();
      var found = judge.judge(candidates, new Facts(now, command.booked()).near(candidates));
      for (int i = 0; i < judged.size(); i++) {
        verdicts.put(judged.get(i), found.get(i));
      }
    }
    return verdicts;
  }

  private void move(Arrangement arrangement, @Nullable Verdict verdict) {
    var current = arrangement.placement().stored();
    var change = arrangement.change(verdict, current.ticketId(), command.author().actor(), now);
    outcome.add(change == null ? current : change.after());
    if (change != null) {
      changes.add(change);
      follow(change, current.technicianId());
    }
  }

  private void create(NewVisit visit, Arrangement arrangement) {
    var wish = visit.placement().wish();
    var ticketId = wish.ticketId();
    var appointment =
        new Appointment(
            visit.id(),
            "",
            wish.customerId(),
            ticketId == null ? visit.newTicketId() : ticketId,
            arrangement.terms(),
            visit.status(),
            wish.details(),
            Progress.NONE,
            List.of(),
            Revision.first(command.author(), now));
    var change =
        new AppointmentChange(AppointmentChange.Type.CREATED, null, appointment, List.of());
    outcome.add(appointment);
    changes.add(change);
    if (ticketId == null) {
      ticketChanges.add(TicketFollower.created(appointment));
    } else {
      follow(change, null);
    }
  }

  private void follow(AppointmentChange change, @Nullable UUID former) {
    var facts = tickets.get(change.after().ticketId());
    var followed = facts == null ? null : TicketFollower.followed(facts, change, former);
    if (facts != null && followed != null) {
      tickets.put(followed.after().id(), facts.with(followed.after()));
      ticketChanges.add(followed);
    }
  }
}
