package org.supportcenter.engine.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.policy.Policy;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.schedule.Closure;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.schedule.TimeOff;
import org.supportcenter.domain.time.LocalHours;
import org.supportcenter.domain.time.Span;
import org.supportcenter.engine.policy.HoursMessages;
import org.supportcenter.engine.policy.PolicyMessages;
import org.supportcenter.engine.resource.Dates;
import org.supportcenter.engine.wire.ChildName;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.booking.BookingFacts;
import org.supportcenter.v1.PlannedChange;

/**
 * A change that somebody thinks of making.
 *
 * @param technician whom it is about; null for everybody
 * @param window where it can matter
 * @param tiesCustomers whether visits of others to the same customers matter after it
 */
public record PreviewedChange(
    @Nullable UUID technician, Span window, boolean tiesCustomers, Effect effect) {

  /** Dates of two zones differ by a day; a shift runs into the next. */
  private static final int DAYS_AROUND = 2;

  /** For how long a change is looked at. */
  static final Duration AHEAD = Duration.ofDays(366);

  /** What it does to a technician. */
  @FunctionalInterface
  public interface Effect {

    /** The technician afterwards, for a service type; null when there is none of that id. */
    @Nullable TechnicianFacts on(UUID technician, BookingFacts facts, ServiceTypeRules serviceType);
  }

  /**
   * Reads the change.
   *
   * @param at what the names of its fields begin with in the request, such as "plan.change."
   * @throws org.supportcenter.domain.refusal.RefusedException if it makes no sense
   */
  public static PreviewedChange of(PlannedChange change, String at, Instant now) {
    var technician = Question.optional(Names.TECHNICIAN, change.getTechnician(), at + "technician");
    return switch (change.getChangeCase()) {
      case TIME_OFF -> timeOff(needed(technician, at), change.getTimeOff(), at + "timeOff.");
      case DATE_OVERRIDE ->
          dateOverride(needed(technician, at), change.getDateOverride(), at + "dateOverride.");
      case CLOSURE -> closure(technician, change.getClosure(), at);
      case POLICY -> policy(technician, change.getPolicy(), now);
      case CHANGE_NOT_SET -> throw invalid(at + "change", "must be given");
    };
  }

  /** A technician as after the change; null when there is none of that id. */
  public @Nullable TechnicianFacts after(
      UUID who, BookingFacts facts, ServiceTypeRules serviceType) {
    return technician == null || technician.equals(who)
        ? effect.on(who, facts, serviceType)
        : facts.technician(who, serviceType);
  }

  private static PreviewedChange timeOff(
      UUID technician, org.supportcenter.v1.TimeOff message, String at) {
    if (!message.hasStartTime()) {
      throw invalid(at + "startTime", "is required");
    }
    var span =
        Span.between(
            Times.instant(message.getStartTime(), at + "startTime"),
            Times.instant(message.getEndTime(), at + "endTime"));
    if (span == null) {
      throw invalid(at + "endTime", "must be after " + at + "startTime");
    }
    var id =
        message.getName().isEmpty()
            ? UUID.randomUUID()
            : ChildName.timeOff(message.getName(), at + "name").id();
    return new PreviewedChange(
        technician,
        span,
        false,
        (who, facts, serviceType) -> {
          var now = facts.technician(who, serviceType);
          return now == null
              ? null
              : with(
                  now,
                  now.closures(),
                  replaced(now.timeOff(), TimeOff::id, new TimeOff(id, span)),
                  null,
                  List.of());
        });
  }

  private static PreviewedChange dateOverride(
      UUID technician, org.supportcenter.v1.DateOverride message, String at) {
    var date =
        message.getName().isEmpty()
            ? Dates.date(message.getDate(), at + "date")
            : ChildName.dateOverride(message.getName(), at + "name").id();
    var hours = HoursMessages.readDay(message.getHoursList());
    return new PreviewedChange(
        technician,
        around(date, date),
        false,
        (who, facts, serviceType) -> {
          var now = facts.technician(who, serviceType);
          return now == null ? null : with(now, now.closures(), now.timeOff(), date, hours);
        });
  }

  private static PreviewedChange closure(
      @Nullable UUID technician, org.supportcenter.v1.Closure message, String at) {
    var first = Dates.date(message.getStartDate(), at + "closure.startDate");
    var last = Dates.date(message.getEndDate(), at + "closure.endDate");
    if (last.isBefore(first)) {
      throw invalid(at + "closure.endDate", "must not be before closure.startDate");
    }
    if (technician != null) {
      throw invalid(at + "technician", "must not be given for a closure, which is everybody's");
    }
    var id =
        message.getName().isEmpty()
            ? UUID.randomUUID()
            : Names.CLOSURE.id(message.getName(), at + "closure.name");
    var closure = new Closure(id, first, last, message.getLabel());
    return new PreviewedChange(
        null,
        around(first, last),
        false,
        (who, facts, serviceType) -> {
          var now = facts.technician(who, serviceType);
          return now == null
              ? null
              : with(
                  now,
                  replaced(now.closures(), Closure::id, closure),
                  now.timeOff(),
                  null,
                  List.of());
        });
  }

  private static PreviewedChange policy(
      @Nullable UUID technician, org.supportcenter.v1.Policy message, Instant now) {
    var mask = UpdateMask.of(com.google.protobuf.FieldMask.getDefaultInstance(), message);
    UnaryOperator<Policy> edited = current -> PolicyMessages.edited(current, mask, message);
    return new PreviewedChange(
        technician,
        Span.of(now, AHEAD),
        message.getPreventCustomerOverlap(),
        (who, facts, serviceType) ->
            technician == null
                ? facts.technician(who, serviceType, UnaryOperator.identity(), edited)
                : facts.technician(who, serviceType, edited, UnaryOperator.identity()));
  }

  private static Span around(LocalDate first, LocalDate last) {
    var start = first.minusDays(DAYS_AROUND).atStartOfDay().toInstant(ZoneOffset.UTC);
    var end = last.plusDays(DAYS_AROUND + 1L).atStartOfDay().toInstant(ZoneOffset.UTC);
    return new Span(start, end.isBefore(Limits.END_OF_TIME) ? end : Limits.END_OF_TIME);
  }

  /** The one takes the place of that with its id, or comes to them. */
  private static <T> List<T> replaced(List<T> all, java.util.function.Function<T, UUID> id, T one) {
    var next = new ArrayList<T>(all);
    next.removeIf(other -> id.apply(other).equals(id.apply(one)));
    next.add(one);
    return next;
  }

  private static TechnicianFacts with(
      TechnicianFacts now,
      List<Closure> closures,
      List<TimeOff> timeOff,
      @Nullable LocalDate date,
      List<LocalHours> hours) {
    var overrides = new HashMap<>(now.dateOverrides());
    if (date != null) {
      overrides.put(date, hours);
    }
    return new TechnicianFacts(
        now.id(),
        now.zone(),
        now.active(),
        now.skills(),
        now.policy(),
        overrides,
        timeOff,
        closures,
        now.busy());
  }

  private static UUID needed(@Nullable UUID technician, String at) {
    if (technician == null) {
      throw invalid(at + "technician", "must be given");
    }
    return technician;
  }

  private static RuntimeException invalid(String field, String problem) {
    return new Refusal.FieldsInvalid(field, problem).asException();
  }
}
