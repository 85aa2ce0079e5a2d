package org.supportcenter.engine.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.domain.time.Span;
import org.supportcenter.engine.availability.PreviewedChange;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.v1.Plan;
import org.supportcenter.v1.PlanRequest;

/**
 * What is asked of a plan, read from the wire.
 *
 * @param technicians empty: every active one
 * @param named appointments that may be moved, with the field that names each
 * @param absence null when nobody is away
 * @param overrun null when nothing takes longer
 * @param change null when hours and absences stay as they are
 * @param tidy whether all of the technicians' visits may be moved
 */
record PlanOrder(
    Span window,
    List<UUID> technicians,
    Map<UUID, String> named,
    Set<UUID> drafts,
    List<PlanRequest> requests,
    @Nullable Absence absence,
    @Nullable Overrun overrun,
    @Nullable PreviewedChange change,
    boolean tidy) {

  /** A technician who is away. */
  record Absence(UUID technician, Span span) {}

  /** A visit that takes longer. */
  record Overrun(UUID appointment, Instant end) {}

  /**
   * Reads what is asked.
   *
   * @throws RefusedException if it makes no sense
   */
  static PlanOrder of(Plan message, Instant now) {
    var window = window(message);
    var named = new LinkedHashMap<UUID, String>();
    var drafts = new LinkedHashSet<UUID>();
    for (int i = 0; i < message.getDraftsCount(); i++) {
      var field = "plan.drafts[%d]".formatted(i);
      var id = Names.APPOINTMENT.id(message.getDrafts(i), field);
      named.put(id, field);
      drafts.add(id);
    }
    for (int i = 0; i < message.getMovableCount(); i++) {
      var field = "plan.movable[%d]".formatted(i);
      named.putIfAbsent(Names.APPOINTMENT.id(message.getMovable(i), field), field);
    }
    var technicians = new ArrayList<UUID>();
    for (int i = 0; i < message.getTechniciansCount(); i++) {
      technicians.add(
          Names.TECHNICIAN.id(message.getTechnicians(i), "plan.technicians[%d]".formatted(i)));
    }
    var order =
        new PlanOrder(
            window,
            technicians,
            named,
            drafts,
            message.getRequestsList(),
            message.hasAbsence() ? absence(message, window) : null,
            message.hasOverrun() ? overrun(message) : null,
            message.hasChange()
                ? PreviewedChange.of(message.getChange(), "plan.change.", now)
                : null,
            message.getTidy());
    if (order.isEmpty()) {
      throw invalid(
          "plan", "must say what to do: drafts, requests, movable, absence, overrun or tidy");
    }
    return order;
  }

  private boolean isEmpty() {
    return named.isEmpty() && requests.isEmpty() && absence == null && overrun == null && !tidy;
  }

  private static Span window(Plan message) {
    var start = Times.instant(message.getStartTime(), "plan.startTime");
    var end = Times.instant(message.getEndTime(), "plan.endTime");
    if (!start.isBefore(end)) {
      throw invalid("plan.endTime", "must be after startTime");
    }
    if (Duration.between(start, end).compareTo(Limits.SEARCH_WINDOW) > 0) {
      throw invalid(
          "plan.endTime",
          "must be at most %d days after startTime".formatted(Limits.SEARCH_WINDOW.toDays()));
    }
    return new Span(start, end);
  }

  private static Absence absence(Plan message, Span window) {
    var absence = message.getAbsence();
    var start =
        absence.hasStartTime()
            ? Times.instant(absence.getStartTime(), "plan.absence.startTime")
            : window.start();
    var end =
        absence.hasEndTime()
            ? Times.instant(absence.getEndTime(), "plan.absence.endTime")
            : window.end();
    if (!start.isBefore(end)) {
      throw invalid("plan.absence.endTime", "must be after startTime");
    }
    return new Absence(
        Names.TECHNICIAN.id(absence.getTechnician(), "plan.absence.technician"),
        new Span(start, end));
  }

  private static Overrun overrun(Plan message) {
    return new Overrun(
        Names.APPOINTMENT.id(message.getOverrun().getAppointment(), "plan.overrun.appointment"),
        Times.instant(message.getOverrun().getEndTime(), "plan.overrun.endTime"));
  }

  static RefusedException invalid(String field, String problem) {
    return new Refusal.FieldsInvalid(field, problem).asException();
  }
}
