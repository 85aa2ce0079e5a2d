package org.supportcenter.solver.plan;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.plan.FixedVisit;
import org.supportcenter.domain.plan.PlanTask;
import org.supportcenter.domain.plan.PlanTask.Worker;
import org.supportcenter.domain.plan.PlanVisit;
import org.supportcenter.domain.plan.PlanVisit.Kind;
import org.supportcenter.domain.policy.Policy;
import org.supportcenter.domain.policy.PolicyResolver;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Occupancy;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.schedule.TimeOff;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.time.LocalHours;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.time.WeeklyHours;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.domain.travel.StraightLine;

/** Random tasks around a town, the same for the same seed. */
final class Tasks {

  static final Instant NOW = Instant.parse("2027-03-01T06:00:00Z");

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Span WINDOW = Span.of(NOW, Duration.ofDays(5));
  private static final List<String> SKILLS = List.of("network", "printer", "phone");

  private final Random random;
  private final List<TechnicianFacts> technicians = new ArrayList<>();
  private final List<PlanVisit> visits = new ArrayList<>();
  private final List<FixedVisit> fixed = new ArrayList<>();

  Tasks(long seed, int technicians, @Nullable Integer limit) {
    this.random = new Random(seed);
    for (int i = 0; i < technicians; i++) {
      this.technicians.add(technician(i, limit, List.of()));
    }
  }

  /** Visits that nobody has booked yet. */
  Tasks requests(int count) {
    for (int i = 0; i < count; i++) {
      visits.add(
          visit(
              Kind.REQUESTED,
              Duration.ofMinutes(30 + 30 * random.nextInt(3)),
              random.nextInt(3) == 0 ? Set.of(SKILLS.get(random.nextInt(3))) : Set.of(),
              null));
    }
    return this;
  }

  /** A visit of the technician that stays where it is. */
  Tasks fixed(int technician, String start, int minutes) {
    fixed.add(new FixedVisit(booked(technician, start, minutes), place()));
    return this;
  }

  /** A promised visit of the technician that may be moved, booked under waivers of the rules. */
  Tasks promised(int technician, String start, int minutes, Reason... waived) {
    var span = Span.of(Instant.parse(start), Duration.ofMinutes(minutes));
    visits.add(
        visit(
            Kind.PUBLISHED,
            span.length(),
            Set.of(),
            new PlanVisit.Current(technicians.get(technician).id(), span, Set.of(waived))));
    return this;
  }

  /** The technician is away all the time. */
  Tasks away(int technician) {
    var facts = technicians.get(technician);
    var off = List.of(new TimeOff(uuid(), WINDOW));
    var away =
        new TechnicianFacts(
            facts.id(),
            facts.zone(),
            true,
            facts.skills(),
            facts.policy(),
            Map.of(),
            off,
            List.of(),
            List.of());
    technicians.set(technician, away);
    visits.replaceAll(
        visit -> {
          var options = new ArrayList<>(visit.options());
          options.set(technician, options.get(technician).with(away));
          return new PlanVisit(
              visit.id(),
              visit.kind(),
              options,
              visit.bounds(),
              visit.dueTime(),
              visit.priority(),
              visit.place(),
              visit.current());
        });
    return this;
  }

  PlanTask task() {
    return new PlanTask(
        NOW,
        WINDOW,
        technicians.stream().map(each -> new Worker(each.id(), ZONE, place())).toList(),
        visits,
        fixed,
        StraightLine.DEFAULT);
  }

  private BookedVisit booked(int technician, String start, int minutes) {
    return new BookedVisit(
        uuid(),
        technicians.get(technician).id(),
        uuid(),
        Span.of(Instant.parse(start), Duration.ofMinutes(minutes)),
        Duration.ZERO,
        Duration.ofMinutes(15),
        Occupancy.APPOINTMENT);
  }

  private PlanVisit visit(
      Kind kind, Duration duration, Set<String> skills, PlanVisit.@Nullable Current current) {
    var id = uuid();
    var customer = uuid();
    var options =
        technicians.stream()
            .map(
                technician ->
                    new Enquiry(
                        id,
                        technician,
                        customer,
                        duration,
                        technician.policy().bufferBefore(),
                        technician.policy().bufferAfter(),
                        skills))
            .toList();
    var priority = Priority.values()[random.nextInt(4)];
    return new PlanVisit(id, kind, options, null, null, priority, place(), current);
  }

  private TechnicianFacts technician(int index, @Nullable Integer limit, List<TimeOff> off) {
    var hours =
        WeeklyHours.of(
            LocalHours.of("08:00", "17:00"),
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY);
    var own =
        new Policy(
            hours,
            Duration.ZERO,
            Duration.ofMinutes(15),
            limit,
            null,
            null,
            null,
            null,
            null,
            null);
    return new TechnicianFacts(
        uuid(),
        ZONE,
        true,
        Set.of(SKILLS.get(index % 3), SKILLS.get((index + 1) % 3)),
        PolicyResolver.resolve(Policy.INHERITED, own, ServiceTypeRules.NONE),
        Map.of(),
        off,
        List.of(),
        List.of());
  }

  private Point place() {
    return new Point(52.4 + random.nextDouble() * 0.2, 13.2 + random.nextDouble() * 0.3);
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
