package org.supportcenter.domain.slot;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.supportcenter.domain.rule.Judge;
import org.supportcenter.domain.rule.Verdict;
import org.supportcenter.domain.rule.Violation;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.schedule.Occupancy;
import org.supportcenter.domain.schedule.TechnicianFacts;

/** Which visits of a technician a change of hours, absences or policy breaks. */
public final class Impact {

  private final Judge judge;

  /** Judged by the judge. */
  public Impact(Judge judge) {
    this.judge = judge;
  }

  /**
   * A visit that a change breaks.
   *
   * @param violations of rules it kept before, at least one
   */
  public record Broken(BookedVisit visit, List<Violation> violations) {

    public Broken {
      violations = List.copyOf(violations);
    }
  }

  /**
   * The visits that have not ended and break a rule after the change that they keep before it, by
   * start. A rule that was broken already, such as a waived one, is not the change's doing. Skills
   * are not asked about, and neither are past, notice and booking window: the visits stand.
   */
  public List<Broken> of(TechnicianFacts before, TechnicianFacts after, Facts facts) {
    var broken = new ArrayList<Broken>();
    for (var visit : facts.booked()) {
      if (visit.technicianId().equals(before.id())
          && visit.occupancy() == Occupancy.APPOINTMENT
          && visit.span().end().isAfter(facts.now())) {
        var known =
            judge(visit, before, facts).violations().stream()
                .map(Violation::reason)
                .collect(toSet());
        var violations =
            judge(visit, after, facts).violations().stream()
                .filter(violation -> !known.contains(violation.reason()))
                .toList();
        if (!violations.isEmpty()) {
          broken.add(new Broken(visit, violations));
        }
      }
    }
    broken.sort(Comparator.comparing(one -> one.visit().span()));
    return broken;
  }

  private Verdict judge(BookedVisit visit, TechnicianFacts technician, Facts facts) {
    var standing =
        List.of(
            new Candidate(
                visit.id(),
                technician,
                visit.customerId(),
                visit.span(),
                visit.bufferBefore(),
                visit.bufferAfter(),
                Set.of(),
                false));
    return judge.judge(standing, facts.near(standing)).getFirst();
  }
}
