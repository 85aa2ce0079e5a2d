package org.supportcenter.domain.rule;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Proposal;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.time.WallClock;

/** A visit starts at most so many local dates after today; the last of them counts wholly. */
final class BeyondBookingWindow implements SoloRule {

  @Override
  public Reason reason() {
    return Reason.BEYOND_BOOKING_WINDOW;
  }

  @Override
  public long broken(Proposal visit, Instant now) {
    if (!visit.startIsNew()) {
      return 0;
    }
    var date = WallClock.dateOf(visit.span().start(), visit.technician().zone());
    return Math.max(0, DAYS.between(lastDate(visit.technician(), now), date));
  }

  @Override
  public Violation explain(Proposal visit, Instant now) {
    var zone = visit.technician().zone();
    var days = visit.technician().policy().advanceBookingDays();
    var date = WallClock.dateOf(visit.span().start(), zone);
    var last = lastDate(visit.technician(), now);
    var ahead = DAYS.between(WallClock.dateOf(now, zone), date);
    return Violation.ofTechnician(
        reason(),
        visit,
        "%s is %s ahead; bookings are open %s ahead, until %s%s."
            .formatted(
                Words.day(date),
                Words.count(ahead, "day"),
                Words.count(days, "day"),
                Words.day(last),
                Words.in(zone)),
        Map.of(
            "limitDays", Integer.toString(days),
            "actualDays", Long.toString(ahead),
            "lastDate", last.toString()));
  }

  @Override
  public void forbid(Enquiry enquiry, Instant now, ForbiddenStarts starts) {
    var technician = enquiry.technician();
    var firstDateBeyond = lastDate(technician, now).plusDays(1);
    starts.from(WallClock.startOfDay(firstDateBeyond, technician.zone()));
  }

  private static LocalDate lastDate(TechnicianFacts technician, Instant now) {
    return WallClock.dateOf(now, technician.zone())
        .plusDays(technician.policy().advanceBookingDays());
  }
}
