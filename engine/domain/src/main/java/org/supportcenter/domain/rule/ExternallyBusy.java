package org.supportcenter.domain.rule;

import static java.util.Comparator.comparingLong;

import java.time.Instant;
import java.util.Map;
import org.supportcenter.domain.schedule.BusyBlock;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Proposal;

/** A visit, widened by its own buffers, meets no busy block of another calendar. */
final class ExternallyBusy implements SoloRule {

  @Override
  public Reason reason() {
    return Reason.EXTERNALLY_BUSY;
  }

  @Override
  public long broken(Proposal visit, Instant now) {
    var occupied = visit.occupied();
    return visit.technician().busy().stream()
        .mapToLong(block -> Amount.overlap(block.span(), occupied))
        .sum();
  }

  @Override
  public Violation explain(Proposal visit, Instant now) {
    return visit.technician().busy().stream()
        .max(comparingLong(block -> Amount.overlap(block.span(), visit.occupied())))
        .map(block -> explain(visit, block))
        .orElseThrow();
  }

  @Override
  public void forbid(Enquiry enquiry, Instant now, ForbiddenStarts starts) {
    var reach = enquiry.duration().plus(enquiry.bufferAfter());
    for (var block : enquiry.technician().busy()) {
      starts.between(
          block.span().start().minus(reach), block.span().end().plus(enquiry.bufferBefore()));
    }
  }

  private Violation explain(Proposal visit, BusyBlock block) {
    var zone = visit.technician().zone();
    return Violation.ofTechnician(
        reason(),
        visit,
        new Subject(Subject.Kind.BUSY_BLOCK, block.id()),
        "Another calendar says that the technician is busy from %s, which is too near to %s."
            .formatted(Words.range(block.span(), zone), Words.stretch(visit.span(), zone)),
        Map.of(
            "overlapMinutes", Words.minutesUp(Amount.shared(block.span(), visit.occupied())),
            "startTime", block.span().start().toString(),
            "endTime", block.span().end().toString()));
  }
}
