package org.supportcenter.domain.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.appointment.Terms;
import org.supportcenter.domain.appointment.Waiver;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.rule.Verdict;
import org.supportcenter.domain.rule.Violation;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.time.Span;

/** A placement worked out: the terms it would be booked under, and what of it is new. */
final class Arrangement {

  private final Placement placement;
  private final Terms terms;

  Arrangement(Placement placement) {
    this.placement = placement;
    var wish = placement.wish();
    var policy = placement.technician().policy();
    var duration = wish.duration();
    var span = Span.of(wish.startTime(), duration == null ? policy.defaultDuration() : duration);
    var stored = storedBuffers();
    this.terms =
        new Terms(
            wish.technicianId(),
            wish.serviceTypeId(),
            span,
            wish.requiredSkills(),
            stored == null ? policy.bufferBefore() : stored.bufferBefore(),
            stored == null ? policy.bufferAfter() : stored.bufferAfter(),
            zone(stored, span));
  }

  Placement placement() {
    return placement;
  }

  Terms terms() {
    return terms;
  }

  /** Whether the start is another than before. */
  boolean startIsNew() {
    var current = placement.current();
    return current == null || !current.span().start().equals(terms.span().start());
  }

  private boolean timeIsNew() {
    var current = placement.current();
    return current == null || !current.span().equals(terms.span());
  }

  /** Whether technician, start or duration are others than before, so that waivers lapse. */
  boolean isMove() {
    var current = placement.current();
    return timeIsNew() || current == null || !current.technicianId().equals(terms.technicianId());
  }

  /**
   * Whether the rules have a say: they look at visits that hold time, and only when something
   * changes that they look at.
   */
  boolean needsJudging() {
    var current = placement.current();
    return current == null
        || (current.status().holdsTime() && (isMove() || changesForRules(current)));
  }

  private boolean changesForRules(Appointment current) {
    return !current.customerId().equals(placement.wish().customerId())
        || !Objects.equals(current.terms().serviceTypeId(), terms.serviceTypeId())
        || !Set.copyOf(current.terms().requiredSkills()).equals(Set.copyOf(terms.requiredSkills()));
  }

  /** What is put before the judge. */
  Candidate candidate() {
    var current = placement.current();
    return new Candidate(
        current == null ? null : current.id(),
        placement.technician(),
        placement.wish().customerId(),
        terms.span(),
        terms.bufferBefore(),
        terms.bufferAfter(),
        placement.skills(),
        startIsNew());
  }

  /** The broken rules that are not set aside, neither now nor by a waiver that still holds. */
  List<Violation> standing(Verdict verdict) {
    var held = held().stream().map(Waiver::reason).collect(Collectors.toSet());
    return verdict.violations().stream()
        .filter(violation -> !placement.waive().covers(violation.reason()))
        .filter(violation -> !held.contains(violation.reason()))
        .toList();
  }

  /** The waivers this placement adds: of rules named, really broken, and not yet set aside. */
  List<Waiver> added(Verdict verdict, String waivedBy, Instant now) {
    var held = held().stream().map(Waiver::reason).collect(Collectors.toSet());
    return verdict.violations().stream()
        .map(Violation::reason)
        .distinct()
        .filter(placement.waive()::covers)
        .filter(reason -> !held.contains(reason))
        .map(reason -> waiver(reason, waivedBy, now))
        .toList();
  }

  /**
   * What happens to a stored visit, or null when everything is as wished already.
   *
   * @param verdict null when it was not judged
   */
  @Nullable AppointmentChange change(
      @Nullable Verdict verdict, UUID ticketId, String actor, Instant now) {
    var current = placement.stored();
    var wish = placement.wish();
    List<Waiver> added = verdict == null ? List.of() : added(verdict, actor, now);
    var after =
        new Appointment(
            current.id(),
            current.reference(),
            wish.customerId(),
            ticketId,
            terms,
            current.status(),
            wish.details(),
            current.progress(),
            with(added),
            current.revision().next(now));
    if (after.equals(current.withRevision(after.revision()))) {
      return null;
    }
    return new AppointmentChange(
        isMove() ? AppointmentChange.Type.MOVED : AppointmentChange.Type.UPDATED,
        current,
        after,
        added);
  }

  /** The waivers after it, in the order of the rules. */
  List<Waiver> with(List<Waiver> added) {
    var all = new ArrayList<>(held());
    all.addAll(added);
    all.sort((one, other) -> one.reason().compareTo(other.reason()));
    return all;
  }

  /** Waivers hold while technician, start and duration stand. */
  private List<Waiver> held() {
    var current = placement.current();
    return current == null || isMove() ? List.of() : current.waivers();
  }

  private Waiver waiver(Reason reason, String waivedBy, Instant now) {
    return new Waiver(reason, placement.waive().justification(), waivedBy, now);
  }

  /** The zone stays as long as technician and start do. */
  private ZoneId zone(@Nullable Terms stored, Span span) {
    return stored != null && stored.span().start().equals(span.start())
        ? stored.timeZone()
        : placement.technician().zone();
  }

  /** The terms whose buffers stay: those of the same technician and service type. */
  private @Nullable Terms storedBuffers() {
    var current = placement.current();
    if (current == null) {
      return null;
    }
    var wish = placement.wish();
    var stored = current.terms();
    return stored.keepsBuffers(wish.technicianId(), wish.serviceTypeId()) ? stored : null;
  }
}
