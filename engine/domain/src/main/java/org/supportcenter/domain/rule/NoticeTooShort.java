package org.supportcenter.domain.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Proposal;

/** A visit is booked at least the minimum notice before its start, where there is one. */
final class NoticeTooShort implements SoloRule {

  @Override
  public Reason reason() {
    return Reason.NOTICE_TOO_SHORT;
  }

  @Override
  public long broken(Proposal visit, Instant now) {
    var notice = visit.technician().policy().minimumNotice();
    if (!visit.startIsNew() || !notice.isPositive()) {
      return 0;
    }
    return Amount.seconds(Duration.between(visit.span().start(), now.plus(notice)));
  }

  @Override
  public Violation explain(Proposal visit, Instant now) {
    var notice = visit.technician().policy().minimumNotice();
    var actual = Duration.between(now, visit.span().start());
    var earliest = Words.wholeSecond(now.plus(notice));
    var told =
        actual.isPositive()
            ? "The start is only %s away".formatted(Words.length(actual))
            : "The start has passed";
    return Violation.ofTechnician(
        reason(),
        visit,
        "%s; the notice needed is %s, so the earliest start is %s."
            .formatted(
                told, Words.length(notice), Words.moment(earliest, visit.technician().zone())),
        Map.of(
            "requiredMinutes", Words.minutesUp(notice),
            "actualMinutes", Words.minutesDown(actual),
            "earliestStartTime", earliest.toString()));
  }

  @Override
  public void forbid(Enquiry enquiry, Instant now, ForbiddenStarts starts) {
    var notice = enquiry.technician().policy().minimumNotice();
    if (notice.isPositive()) {
      starts.before(now.plus(notice));
    }
  }
}
