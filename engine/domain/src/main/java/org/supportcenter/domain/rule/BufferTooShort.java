package org.supportcenter.domain.rule;

import java.time.Duration;
import java.util.Map;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Proposal;
import org.supportcenter.domain.schedule.Visit;

/**
 * Between two visits of a technician that do not overlap there is room for the buffer after the
 * earlier and the buffer before the later: buffers add up, exactly enough is enough.
 */
final class BufferTooShort implements PairRule {

  @Override
  public Reason reason() {
    return Reason.BUFFER_TOO_SHORT;
  }

  @Override
  public Bond bond() {
    return Bond.TECHNICIAN;
  }

  @Override
  public long broken(Proposal visit, Visit other) {
    if (!OverlapsAppointment.concerns(visit.technician().id(), other)
        || visit.span().overlaps(other.span())) {
      return 0;
    }
    return Amount.seconds(required(visit, other).minus(gap(visit, other)));
  }

  @Override
  public Violation explain(Proposal visit, Visit other) {
    var zone = visit.technician().zone();
    var required = required(visit, other);
    var gap = gap(visit, other);
    return Violation.ofTechnician(
        reason(),
        visit,
        Subject.of(other),
        "The gap to %s from %s is %s; it must be at least %s."
            .formatted(
                OverlapsAppointment.named(other),
                Words.stretch(other.span(), zone),
                Words.length(gap),
                Words.length(required)),
        Map.of(
            "requiredMinutes", Words.minutesUp(required),
            "actualMinutes", Words.minutesDown(gap),
            "startTime", other.span().start().toString(),
            "endTime", other.span().end().toString()));
  }

  @Override
  public void forbid(Enquiry enquiry, Visit other, ForbiddenStarts starts) {
    if (!OverlapsAppointment.concerns(enquiry.technician().id(), other)) {
      return;
    }
    // Between the two lie the starts that overlap, which is another rule's matter.
    var lastBefore = other.span().start().minus(enquiry.duration());
    var firstAfter = other.span().end();
    var before = enquiry.bufferAfter().plus(other.bufferBefore());
    if (before.isPositive()) {
      starts.between(lastBefore.minus(before), lastBefore.plusNanos(1));
    }
    var after = other.bufferAfter().plus(enquiry.bufferBefore());
    if (after.isPositive()) {
      starts.between(firstAfter.minusNanos(1), firstAfter.plus(after));
    }
  }

  private static Duration required(Visit visit, Visit other) {
    return isEarlier(visit, other)
        ? visit.bufferAfter().plus(other.bufferBefore())
        : other.bufferAfter().plus(visit.bufferBefore());
  }

  private static Duration gap(Visit visit, Visit other) {
    return isEarlier(visit, other)
        ? Duration.between(visit.span().end(), other.span().start())
        : Duration.between(other.span().end(), visit.span().start());
  }

  private static boolean isEarlier(Visit visit, Visit other) {
    return visit.span().start().isBefore(other.span().start());
  }
}
