package org.supportcenter.domain.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Proposal;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.time.WallClock;

/** A visit, without its buffers, lies wholly inside one working interval. */
final class OutsideWorkingHours implements SoloRule {

  @Override
  public Reason reason() {
    return Reason.OUTSIDE_WORKING_HOURS;
  }

  @Override
  public long broken(Proposal visit, Instant now) {
    var covered = 0L;
    for (var interval : visit.technician().workingHours().joined(visit.span())) {
      covered += Amount.overlap(interval, visit.span());
    }
    return Math.max(0, Amount.seconds(visit.span().length()) - covered);
  }

  @Override
  public Violation explain(Proposal visit, Instant now) {
    var span = visit.span();
    var zone = visit.technician().zone();
    var first = WallClock.dateOf(span.start(), zone);
    var last = WallClock.dateOf(span.end().minusNanos(1), zone);
    var days = WallClock.days(first, last, zone);
    var hoursThen =
        visit.technician().workingHours().joined(days).stream().filter(days::overlaps).toList();
    var numbers = new TreeMap<String, String>();
    numbers.put("minutesOutside", Words.minutesUp(Duration.ofSeconds(broken(visit, now))));
    numbers.put("timeZone", zone.getId());
    var nearest = nearest(hoursThen, span);
    if (nearest != null) {
      numbers.put("workingStartTime", nearest.start().toString());
      numbers.put("workingEndTime", nearest.end().toString());
    }
    var hours =
        hoursThen.isEmpty()
            ? "the technician does not work on "
                + Words.day(first)
                + (first.equals(last) ? "" : " or " + Words.day(last))
            : "the technician works "
                + hoursThen.stream()
                    .map(interval -> Words.range(interval, zone))
                    .collect(Collectors.joining(" and "));
    return Violation.ofTechnician(
        reason(),
        visit,
        "%s is outside the working hours: %s%s."
            .formatted(Words.range(span, zone), hours, Words.in(zone)),
        numbers);
  }

  @Override
  public void forbid(Enquiry enquiry, Instant now, ForbiddenStarts starts) {
    var duration = enquiry.duration();
    var searched = starts.window().widen(Duration.ZERO, duration);
    var firstForbidden = starts.window().start();
    for (var interval : enquiry.technician().workingHours().joined(searched)) {
      var lastStart = interval.end().minus(duration);
      if (lastStart.isBefore(interval.start())) {
        continue;
      }
      if (firstForbidden.isBefore(interval.start())) {
        starts.inside(new Span(firstForbidden, interval.start()));
      }
      firstForbidden = lastStart.plusNanos(1);
    }
    starts.from(firstForbidden);
  }

  private static @Nullable Span nearest(List<Span> intervals, Span span) {
    Span nearest = null;
    var most = Duration.ofDays(Integer.MIN_VALUE);
    for (var interval : intervals) {
      // How long the two meet; below zero it is how far apart they are.
      var earlierEnd = interval.end().isBefore(span.end()) ? interval.end() : span.end();
      var laterStart = interval.start().isAfter(span.start()) ? interval.start() : span.start();
      var shared = Duration.between(laterStart, earlierEnd);
      if (shared.compareTo(most) > 0) {
        nearest = interval;
        most = shared;
      }
    }
    return nearest;
  }
}
