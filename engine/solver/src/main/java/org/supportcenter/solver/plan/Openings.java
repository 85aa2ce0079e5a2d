package org.supportcenter.solver.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.plan.FixedVisit;
import org.supportcenter.domain.plan.PlanTask;
import org.supportcenter.domain.plan.PlanVisit;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.slot.SlotSearch;

/**
 * The starts a visit may have among everything that is fixed: those that the slot search lists, so
 * a plan never proposes what could not be booked.
 */
final class Openings {

  private final PlanTask task;
  private final SlotSearch search = new SlotSearch(RuleBook.STANDARD);
  private final Map<UUID, List<BookedVisit>> ofTechnician = new HashMap<>();
  private final Map<UUID, List<BookedVisit>> ofCustomer = new HashMap<>();
  private final IdentityHashMap<TechnicianFacts, Map<Shape, long[]>> known =
      new IdentityHashMap<>();

  /** What tells the starts of two visits with one technician apart. */
  private record Shape(
      Duration duration,
      Duration before,
      Duration after,
      Set<String> skills,
      @Nullable UUID customer) {}

  Openings(PlanTask task) {
    this.task = task;
    for (var fixed : task.fixed()) {
      var visit = fixed.visit();
      ofTechnician.computeIfAbsent(visit.technicianId(), _ -> new ArrayList<>()).add(visit);
      var customer = visit.customerId();
      if (customer != null) {
        ofCustomer.computeIfAbsent(customer, _ -> new ArrayList<>()).add(visit);
      }
    }
  }

  /** Epoch seconds in order; of the technician's fixed visits, buffers are kept. */
  long[] starts(PlanVisit visit, Enquiry option) {
    var customer = option.customerId();
    var shape =
        new Shape(
            option.duration(),
            option.bufferBefore(),
            option.bufferAfter(),
            option.requiredSkills(),
            customer != null && ofCustomer.containsKey(customer) ? customer : null);
    var starts =
        known
            .computeIfAbsent(option.technician(), _ -> new HashMap<>())
            .computeIfAbsent(shape, _ -> search(option));
    var bounds = visit.bounds();
    if (bounds == null) {
      return starts;
    }
    var first = bounds.start().getEpochSecond();
    var last = bounds.end().minus(option.duration()).getEpochSecond();
    var within = new ArrayList<Long>();
    for (var start : starts) {
      if (start >= first && start <= last) {
        within.add(start);
      }
    }
    return within.stream().mapToLong(Long::longValue).toArray();
  }

  /** Whether the visit may stay where it is, where the rules were set aside for it. */
  boolean mayStay(Candidate where, Set<Reason> waived) {
    return RuleBook.STANDARD.judge(where, facts(where.technicianId(), where.customerId())).stream()
        .allMatch(violation -> waived.contains(violation.reason()));
  }

  private long[] search(Enquiry option) {
    return search
        .starts(option, task.window(), facts(option.technician().id(), option.customerId()))
        .stream()
        .mapToLong(Instant::getEpochSecond)
        .toArray();
  }

  private Facts facts(UUID technician, @Nullable UUID customer) {
    var visits = new ArrayList<>(ofTechnician.getOrDefault(technician, List.of()));
    visits.addAll(ofCustomer.getOrDefault(customer, List.of()));
    return new Facts(task.now(), visits);
  }

  /** The technician's fixed visits that hold time. */
  static List<FixedVisit> holding(PlanTask task, UUID technician) {
    return task.fixed().stream()
        .filter(fixed -> fixed.visit().technicianId().equals(technician))
        .filter(fixed -> fixed.visit().occupancy().holdsTime())
        .toList();
  }
}
