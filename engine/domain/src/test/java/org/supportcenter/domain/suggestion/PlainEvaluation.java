package org.supportcenter.domain.suggestion;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Occupancy;
import org.supportcenter.domain.slot.Slot;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.time.WallClock;
import org.supportcenter.domain.travel.Point;

/** The published formulas, word for word and slot by slot, without a thought for speed. */
final class PlainEvaluation {

  private final Situation situation;
  private final Preferences preferences;
  private final SuggestionSettings settings;
  private final Map<List<Object>, Long> worked = new HashMap<>();

  PlainEvaluation(Situation situation, Preferences preferences, SuggestionSettings settings) {
    this.situation = situation;
    this.preferences = preferences;
    this.settings = settings;
  }

  Map<SoftRule, Integer> points(Slot slot) {
    var points = new EnumMap<SoftRule, Integer>(SoftRule.class);
    for (var rule : SoftRule.values()) {
      points.put(rule, (int) points(rule, slot));
    }
    return points;
  }

  int sum(Slot slot) {
    return points(slot).values().stream().mapToInt(Integer::intValue).sum();
  }

  private long points(SoftRule rule, Slot slot) {
    long weight = settings.weights().of(rule);
    return switch (rule) {
      case SOONER -> sooner(weight, slot);
      case COMPACT_DAY ->
          weight * (isUsable(gapBefore(slot), slot) + isUsable(gapAfter(slot), slot)) / 2;
      case BALANCED_LOAD ->
          weight * Math.clamp(share(slot) - booked(slot.technicianId(), slot), 0, 28_800L) / 28_800;
      case SAME_TECHNICIAN -> slot.technicianId().equals(preferences.lastTechnician()) ? weight : 0;
      case PREFERRED_TECHNICIAN ->
          slot.technicianId().equals(preferences.preferredTechnician()) ? weight : 0;
      case PREFERRED_TIME -> weight * (28_800 - Math.min(28_800, distance(slot))) / 28_800;
      case LESS_TRAVEL -> weight * (wayThere(slot) + wayOn(slot)) / 7200;
    };
  }

  private long sooner(long weight, Slot slot) {
    var now = situation.facts().now();
    var due = preferences.dueTime();
    long urgency = preferences.priority().ordinal() + 1;
    if (due != null) {
      urgency +=
          Stream.of(1, 3, 7, 14)
              .filter(days -> !due.isAfter(now.plus(Duration.ofDays(days))))
              .count();
    }
    long left = Duration.between(slot.span().start(), situation.window().end()).toSeconds();
    long half = due != null && slot.span().end().isAfter(due) ? 2 : 1;
    return weight * urgency * left / (8 * situation.window().length().toSeconds() * half);
  }

  private int isUsable(long gap, Slot slot) {
    var enquiry = enquiry(slot.technicianId());
    var durations = new ArrayList<Duration>();
    durations.add(enquiry.duration());
    durations.add(enquiry.technician().policy().defaultDuration());
    if (situation.shortestService() != null) {
      durations.add(situation.shortestService());
    }
    return gap <= 0
            || gap >= durations.stream().min(Comparator.naturalOrder()).orElseThrow().toSeconds()
        ? 1
        : 0;
  }

  private long gapBefore(Slot slot) {
    var enquiry = enquiry(slot.technicianId());
    var edge = working(slot).start();
    for (var span : taken(enquiry)) {
      if (!span.end().isAfter(slot.span().start()) && span.end().isAfter(edge)) {
        edge = span.end();
      }
    }
    return Duration.between(edge, slot.span().start().minus(enquiry.bufferBefore())).toSeconds();
  }

  private long gapAfter(Slot slot) {
    var enquiry = enquiry(slot.technicianId());
    var edge = working(slot).end();
    for (var span : taken(enquiry)) {
      if (!span.start().isBefore(slot.span().end()) && span.start().isBefore(edge)) {
        edge = span.start();
      }
    }
    return Duration.between(slot.span().end().plus(enquiry.bufferAfter()), edge).toSeconds();
  }

  /** Asked for all days around, since intervals that touch at midnight go on and on. */
  private Span working(Slot slot) {
    var around = Weeks.around(situation.window());
    return enquiry(slot.technicianId()).technician().workingHours().joined(around).stream()
        .filter(interval -> interval.contains(slot.span()))
        .findFirst()
        .orElseThrow();
  }

  private List<Span> taken(Enquiry enquiry) {
    var taken = new ArrayList<>(absences(enquiry));
    enquiry.technician().busy().forEach(block -> taken.add(block.span()));
    visits(enquiry.technician().id())
        .filter(visit -> visit.occupancy() != Occupancy.COMPLETED)
        .forEach(visit -> taken.add(visit.occupied()));
    return taken;
  }

  private static List<Span> absences(Enquiry enquiry) {
    var absences = new ArrayList<Span>();
    var technician = enquiry.technician();
    technician.timeOff().forEach(off -> absences.add(off.span()));
    technician.closures().forEach(closure -> absences.add(closure.in(technician.zone())));
    return absences;
  }

  private long share(Slot slot) {
    long booked = 0;
    long working = 0;
    for (var enquiry : situation.enquiries()) {
      booked += booked(enquiry.technician().id(), slot);
      working += working(enquiry, slot);
    }
    return working == 0 ? 0 : booked * working(enquiry(slot.technicianId()), slot) / working;
  }

  private long booked(UUID technician, Slot slot) {
    var week = week(enquiry(technician), slot);
    return visits(technician)
        .filter(visit -> visit.occupancy() != Occupancy.HOLD)
        .filter(visit -> week.contains(visit.span().start()))
        .mapToLong(visit -> visit.span().length().toSeconds())
        .sum();
  }

  /** From edge to edge: between two neighbouring ones either all of the time counts or none. */
  private static long working(Enquiry enquiry, Span week) {
    var hours = enquiry.technician().workingHours().joined(week);
    var absences = absences(enquiry);
    var edges =
        Stream.of(hours, absences, List.of(week))
            .flatMap(List::stream)
            .flatMap(span -> Stream.of(span.start(), span.end()))
            .filter(edge -> week.contains(edge) || edge.equals(week.end()))
            .sorted()
            .toList();
    long seconds = 0;
    for (int i = 1; i < edges.size(); i++) {
      var from = edges.get(i - 1);
      if (hours.stream().anyMatch(interval -> interval.contains(from))
          && absences.stream().noneMatch(span -> span.contains(from))) {
        seconds += Duration.between(from, edges.get(i)).toSeconds();
      }
    }
    return seconds;
  }

  private long working(Enquiry enquiry, Slot slot) {
    var week = week(enquiry, slot);
    return worked.computeIfAbsent(
        List.of(enquiry.technician().id(), week), _ -> working(enquiry, week));
  }

  /** The week, on the other technician's clock, of the date that the slot has on its own. */
  private Span week(Enquiry enquiry, Slot slot) {
    var date = dateOf(slot.span().start(), slot.technicianId());
    LocalDate monday = date.minusDays(date.getDayOfWeek().getValue() - 1L);
    return WallClock.days(monday, monday.plusDays(6), enquiry.technician().zone());
  }

  private long distance(Slot slot) {
    long least = Long.MAX_VALUE;
    for (var time : preferences.preferredTimes()) {
      var last = time.end().minus(slot.span().length());
      var latest = last.isBefore(time.start()) ? time.start() : last;
      long early = Duration.between(slot.span().start(), time.start()).toSeconds();
      long late = Duration.between(latest, slot.span().start()).toSeconds();
      least = Math.min(least, Math.max(0, Math.max(early, late)));
    }
    return least;
  }

  private long wayThere(Slot slot) {
    var before =
        visits(slot.technicianId())
            .filter(visit -> !visit.span().end().isAfter(slot.span().start()))
            .max(
                Comparator.comparing((BookedVisit visit) -> visit.span().end())
                    .thenComparing(BookedVisit::span)
                    .thenComparing(BookedVisit::id))
            .filter(visit -> isSameDay(visit, slot));
    var from =
        before.isPresent()
            ? situation.points().get(before.get().id())
            : situation.homes().get(slot.technicianId());
    var time = before.map(visit -> Duration.between(visit.span().end(), slot.span().start()));
    return near(from, preferences.place(), time.orElse(Duration.ofDays(365)));
  }

  private long wayOn(Slot slot) {
    var after =
        visits(slot.technicianId())
            .filter(visit -> !visit.span().start().isBefore(slot.span().end()))
            .min(Comparator.comparing(BookedVisit::span).thenComparing(BookedVisit::id))
            .filter(visit -> isSameDay(visit, slot));
    var to =
        after.isPresent()
            ? situation.points().get(after.get().id())
            : situation.homes().get(slot.technicianId());
    var time = after.map(visit -> Duration.between(slot.span().end(), visit.span().start()));
    return near(preferences.place(), to, time.orElse(Duration.ofDays(365)));
  }

  private long near(@Nullable Point from, @Nullable Point to, Duration time) {
    if (from == null || to == null) {
      return 0;
    }
    var way = settings.travel().times().between(from, to);
    return way.compareTo(time) > 0 ? 0 : Math.max(0, 3600 - way.toSeconds());
  }

  private boolean isSameDay(BookedVisit visit, Slot slot) {
    return dateOf(visit.span().start(), slot.technicianId())
        .equals(dateOf(slot.span().start(), slot.technicianId()));
  }

  private LocalDate dateOf(Instant instant, UUID technician) {
    return WallClock.dateOf(instant, enquiry(technician).technician().zone());
  }

  private Stream<BookedVisit> visits(UUID technician) {
    return situation.facts().booked().stream()
        .filter(visit -> visit.technicianId().equals(technician));
  }

  private Enquiry enquiry(UUID technician) {
    return situation.enquiries().stream()
        .filter(enquiry -> enquiry.technician().id().equals(technician))
        .findFirst()
        .orElseThrow();
  }
}
