package org.supportcenter.engine.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.v1.Appointment.Status.COMPLETED;
import static org.supportcenter.v1.Appointment.Status.CONFIRMED;
import static org.supportcenter.v1.Appointment.Status.DRAFT;
import static org.supportcenter.v1.Appointment.Status.IN_PROGRESS;

import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.Appointment.Status;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.Ticket;

/** What is true of stored visits at any time, said once more and independently of the rules. */
final class Invariants {

  static final int DAILY_LIMIT = 4;

  private static final Set<Status> HOLDING = EnumSet.of(DRAFT, CONFIRMED, IN_PROGRESS);

  private Invariants() {}

  static void hold(Collection<Appointment> visits, String when) {
    var holding = visits.stream().filter(visit -> HOLDING.contains(visit.getStatus())).toList();
    for (int i = 0; i < holding.size(); i++) {
      for (var other : holding.subList(i + 1, holding.size())) {
        pair(holding.get(i), other, when);
      }
    }
    visits.stream()
        .filter(visit -> HOLDING.contains(visit.getStatus()) || visit.getStatus() == COMPLETED)
        .filter(visit -> !waives(visit, ErrorReason.DAILY_LIMIT_REACHED))
        .collect(
            Collectors.groupingBy(
                visit -> visit.getTechnician() + " on " + day(visit), Collectors.counting()))
        .forEach(
            (day, count) ->
                assertThat(count).as("%s after %s", day, when).isLessThanOrEqualTo(DAILY_LIMIT));
  }

  private static void pair(Appointment one, Appointment other, String when) {
    var told = "%s%nand %s%nafter %s".formatted(one, other, when);
    if (one.getTechnician().equals(other.getTechnician())) {
      assertThat(overlap(one, other)).as(told).isFalse();
      if (!waives(one, ErrorReason.BUFFER_TOO_SHORT)
          && !waives(other, ErrorReason.BUFFER_TOO_SHORT)) {
        assertThat(gap(one, other)).as(told).isGreaterThanOrEqualTo(needed(one, other));
      }
    }
    if (one.getCustomer().equals(other.getCustomer())
        && !waives(one, ErrorReason.CUSTOMER_OVERLAP)
        && !waives(other, ErrorReason.CUSTOMER_OVERLAP)) {
      assertThat(overlap(one, other)).as(told).isFalse();
    }
  }

  /** Tickets of visits only: nobody changed one by hand, or a visit's ticket. */
  static void ticketsFollow(
      Collection<Appointment> visits, Collection<Ticket> tickets, String when) {
    for (var ticket : tickets) {
      var statuses =
          visits.stream()
              .filter(visit -> visit.getTicket().equals(ticket.getName()))
              .map(Appointment::getStatus)
              .collect(Collectors.toList());
      assertThat(ticket.getStage())
          .as("%s with %s, %s", ticket, statuses, when)
          .isEqualTo(stage(statuses));
    }
  }

  private static Ticket.Stage stage(List<Status> statuses) {
    if (statuses.contains(IN_PROGRESS)) {
      return Ticket.Stage.IN_PROGRESS;
    }
    if (statuses.contains(CONFIRMED)) {
      return Ticket.Stage.SCHEDULED;
    }
    if (statuses.contains(DRAFT)) {
      return Ticket.Stage.NEW;
    }
    return statuses.contains(COMPLETED) ? Ticket.Stage.DONE : Ticket.Stage.CANCELLED;
  }

  private static boolean overlap(Appointment one, Appointment other) {
    return gap(one, other) < 0;
  }

  /** Seconds between the end of the earlier and the start of the later; negative: they overlap. */
  private static long gap(Appointment one, Appointment other) {
    return isFirst(one, other)
        ? Durations.toSeconds(Timestamps.between(one.getEndTime(), other.getStartTime()))
        : Durations.toSeconds(Timestamps.between(other.getEndTime(), one.getStartTime()));
  }

  private static long needed(Appointment one, Appointment other) {
    var first = isFirst(one, other) ? one : other;
    var second = first == one ? other : one;
    return first.getBufferAfter().getSeconds() + second.getBufferBefore().getSeconds();
  }

  private static boolean isFirst(Appointment one, Appointment other) {
    return Timestamps.compare(one.getStartTime(), other.getStartTime()) <= 0;
  }

  private static String day(Appointment visit) {
    return Instant.ofEpochSecond(visit.getStartTime().getSeconds())
        .atOffset(ZoneOffset.UTC)
        .toLocalDate()
        .toString();
  }

  private static boolean waives(Appointment visit, ErrorReason reason) {
    return visit.getWaiversList().stream().anyMatch(waiver -> waiver.getReason() == reason);
  }
}
