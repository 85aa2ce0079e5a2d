package org.supportcenter.domain.rule;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Proposal;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.schedule.Visit;
import org.supportcenter.domain.time.WallClock;

/**
 * No more visits of a technician start on one local date than the policy's limit, completed ones
 * included. A visit past midnight belongs to the date it starts on.
 */
final class DailyLimitReached implements GroupRule {

  @Override
  public Reason reason() {
    return Reason.DAILY_LIMIT_REACHED;
  }

  @Override
  public Bond bond() {
    return Bond.TECHNICIAN;
  }

  @Override
  public boolean grouped(Proposal visit, Visit other) {
    var technician = visit.technician();
    return other.technicianId().equals(technician.id())
        && dateOf(other, technician).equals(dateOf(visit, technician));
  }

  @Override
  public long broken(Proposal visit, int size) {
    var limit = visit.technician().policy().maxDailyAppointments();
    return limit == null ? 0 : Math.max(0, size - limit);
  }

  @Override
  public Violation explain(Proposal visit, int size) {
    var zone = visit.technician().zone();
    var date = dateOf(visit, visit.technician());
    var others = size - 1;
    var limit = Integer.toString(size - Math.toIntExact(broken(visit, size)));
    return Violation.ofTechnician(
        reason(),
        visit,
        "The technician already has %s on %s%s; the limit is %s a day."
            .formatted(Words.count(others, "appointment"), Words.day(date), Words.in(zone), limit),
        Map.of("limit", limit, "count", Integer.toString(others), "date", date.toString()));
  }

  @Override
  public void forbid(Enquiry enquiry, List<? extends Visit> others, ForbiddenStarts starts) {
    var technician = enquiry.technician();
    var limit = technician.policy().maxDailyAppointments();
    if (limit == null) {
      return;
    }
    var counts = new HashMap<LocalDate, Integer>();
    for (var other : others) {
      if (other.technicianId().equals(technician.id())) {
        counts.merge(dateOf(other, technician), 1, Integer::sum);
      }
    }
    counts.forEach(
        (date, count) -> {
          if (count >= limit) {
            starts.inside(WallClock.days(date, date, technician.zone()));
          }
        });
  }

  private static LocalDate dateOf(Visit visit, TechnicianFacts technician) {
    return WallClock.dateOf(visit.span().start(), technician.zone());
  }
}
