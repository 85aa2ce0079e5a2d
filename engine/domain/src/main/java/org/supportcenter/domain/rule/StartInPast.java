package org.supportcenter.domain.rule;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Proposal;

/** A visit starts later than now. */
final class StartInPast implements SoloRule {

  @Override
  public Reason reason() {
    return Reason.START_IN_PAST;
  }

  @Override
  public long broken(Proposal visit, Instant now) {
    var start = visit.span().start();
    // Starting this very instant is already broken, so the count starts at one.
    return visit.startIsNew() && !start.isAfter(now)
        ? 1 + Amount.seconds(Duration.between(start, now))
        : 0;
  }

  @Override
  public Violation explain(Proposal visit, Instant now) {
    var start = visit.span().start();
    var zone = visit.technician().zone();
    return Violation.ofTechnician(
        reason(),
        visit,
        "The start, %s, is not later than now, %s."
            .formatted(Words.moment(start, zone), Words.moment(now, zone)),
        Map.of(
            "startTime", start.toString(),
            "currentTime", now.truncatedTo(SECONDS).toString(),
            "minutesAgo", Words.minutesDown(Duration.between(start, now))));
  }

  @Override
  public void forbid(Enquiry enquiry, Instant now, ForbiddenStarts starts) {
    starts.before(now.plusNanos(1));
  }
}
