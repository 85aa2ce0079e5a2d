package org.supportcenter.domain.rule;

import static java.util.Comparator.comparingLong;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.supportcenter.domain.schedule.Closure;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Proposal;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.time.Span;

/** A visit, without its buffers, meets neither time off of its technician nor a closure. */
final class Away implements SoloRule {

  private record Absence(Subject what, Span span, String told) {}

  @Override
  public Reason reason() {
    return Reason.TIME_OFF;
  }

  @Override
  public long broken(Proposal visit, Instant now) {
    return absences(visit.technician())
        .mapToLong(absence -> Amount.overlap(absence.span(), visit.span()))
        .sum();
  }

  @Override
  public Violation explain(Proposal visit, Instant now) {
    return absences(visit.technician())
        .max(comparingLong(absence -> Amount.overlap(absence.span(), visit.span())))
        .map(absence -> explain(visit, absence))
        .orElseThrow();
  }

  @Override
  public void forbid(Enquiry enquiry, Instant now, ForbiddenStarts starts) {
    absences(enquiry.technician())
        .forEach(
            absence ->
                starts.between(
                    absence.span().start().minus(enquiry.duration()), absence.span().end()));
  }

  private Violation explain(Proposal visit, Absence absence) {
    var zone = visit.technician().zone();
    return Violation.ofTechnician(
        reason(),
        visit,
        absence.what(),
        "%s meets %s from %s%s."
            .formatted(
                Words.range(visit.span(), zone),
                absence.told(),
                Words.range(absence.span(), zone),
                Words.in(zone)),
        Map.of(
            "overlapMinutes", Words.minutesUp(Amount.shared(absence.span(), visit.span())),
            "startTime", absence.span().start().toString(),
            "endTime", absence.span().end().toString()));
  }

  private static Stream<Absence> absences(TechnicianFacts technician) {
    var timeOff =
        technician.timeOff().stream()
            .map(
                off ->
                    new Absence(
                        new Subject(Subject.Kind.TIME_OFF, off.id()),
                        off.span(),
                        "time off of the technician"));
    var closures =
        technician.closures().stream()
            .map(
                closure ->
                    new Absence(
                        new Subject(Subject.Kind.CLOSURE, closure.id()),
                        closure.in(technician.zone()),
                        named(closure)));
    return Stream.concat(timeOff, closures);
  }

  private static String named(Closure closure) {
    return closure.label().isBlank() ? "a closure" : "the closure \"" + closure.label() + "\"";
  }
}
