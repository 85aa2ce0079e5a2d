package org.supportcenter.engine.call;

import com.google.protobuf.Any;
import com.google.protobuf.Message;
import com.google.rpc.BadRequest;
import com.google.rpc.PreconditionFailure;
import com.google.rpc.RetryInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.supportcenter.domain.refusal.FieldNames;
import org.supportcenter.domain.refusal.FieldProblem;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.Refusal.AlreadyExists;
import org.supportcenter.domain.refusal.Refusal.ConcurrentChange;
import org.supportcenter.domain.refusal.Refusal.ConstraintBroken;
import org.supportcenter.domain.refusal.Refusal.EtagMismatch;
import org.supportcenter.domain.refusal.Refusal.FieldsInvalid;
import org.supportcenter.domain.refusal.Refusal.FilterInvalid;
import org.supportcenter.domain.refusal.Refusal.HoldLimitReached;
import org.supportcenter.domain.refusal.Refusal.InUse;
import org.supportcenter.domain.refusal.Refusal.NotAllowed;
import org.supportcenter.domain.refusal.Refusal.NotFound;
import org.supportcenter.domain.refusal.Refusal.PageTokenInvalid;
import org.supportcenter.domain.refusal.Refusal.PlanStale;
import org.supportcenter.domain.refusal.Refusal.RequestIdReused;
import org.supportcenter.domain.refusal.Refusal.RulesBroken;
import org.supportcenter.domain.refusal.Refusal.TransitionNotAllowed;
import org.supportcenter.domain.refusal.Refusal.UpdateMaskInvalid;
import org.supportcenter.domain.refusal.Refusal.ZoneUnknown;
import org.supportcenter.domain.time.TzDatabase;
import org.supportcenter.engine.wire.Violations;
import org.supportcenter.v1.ErrorReason;

/** Puts refusals of the domain into errors of the wire: one reason, one sentence, the details. */
final class Refusals {

  /**
   * Errors travel in trailers, which clients take up to 8 KiB of by default. The sentences go twice
   * and all of it in base64, so this leaves room for the alternatives.
   */
  private static final int MOST_VIOLATION_BYTES = 2_600;

  /** The same for problems of fields, which go once. */
  private static final int MOST_PROBLEM_BYTES = 4_000;

  private Refusals() {}

  static ApiError error(Refusal refusal) {
    return switch (refusal) {
      case RulesBroken broken -> rules(broken);
      case ConstraintBroken broken -> constraint(broken);
      case TransitionNotAllowed transition -> transition(transition);
      case NotFound missing -> notFound(missing);
      case AlreadyExists existing ->
          of(
              ErrorReason.RESOURCE_EXISTS,
              "%s already exists.".formatted(existing.resource()),
              Map.of("resource", existing.resource()));
      case InUse used ->
          of(ErrorReason.RESOURCE_IN_USE, used.sentence(), Map.of("resource", used.resource()));
      case EtagMismatch stale ->
          of(
              ErrorReason.ETAG_MISMATCH,
              "%s has changed since; read it again.".formatted(stale.resource()),
              Map.of("resource", stale.resource(), "etag", stale.etag()));
      case HoldLimitReached reached -> holdLimit(reached);
      case PlanStale stale -> stale(stale);
      case RequestIdReused _ ->
          of(
              ErrorReason.REQUEST_ID_REUSED,
              "requestId was used before with another request; choose a new one.",
              Map.of("field", "requestId"));
      case ConcurrentChange _ ->
          of(
              ErrorReason.CONCURRENT_CHANGE,
              "Other changes kept getting in the way; try again.",
              Map.of());
      case NotAllowed forbidden -> of(ErrorReason.NOT_ALLOWED, forbidden.sentence(), Map.of());
      case FieldsInvalid invalid -> fields(ErrorReason.FIELD_INVALID, invalid.problems());
      case ZoneUnknown unknown ->
          field(ErrorReason.TIME_ZONE_UNKNOWN, unknown.field(), problem(unknown));
      case PageTokenInvalid _ ->
          field(
              ErrorReason.PAGE_TOKEN_INVALID,
              "pageToken",
              "must be a nextPageToken, given back with the same other arguments");
      case FilterInvalid invalid ->
          field(ErrorReason.FILTER_INVALID, invalid.field(), invalid.problem());
      case UpdateMaskInvalid invalid ->
          field(
              ErrorReason.UPDATE_MASK_INVALID,
              "updateMask",
              "names %s, which %s"
                  .formatted(FieldNames.lowerCamel(invalid.path()), invalid.problem()));
    };
  }

  private static String problem(ZoneUnknown unknown) {
    var instead = TzDatabase.instead(unknown.zone());
    return instead == null
        ? "must be a zone of the tz database that names a place, like \"Europe/Berlin\""
        : "must be a zone of the tz database that names a place: instead of \"%s\" use %s"
            .formatted(unknown.zone(), instead);
  }

  private static ApiError rules(RulesBroken broken) {
    var violations = toldOf(Violations.of(broken.violations()));
    var failure = PreconditionFailure.newBuilder();
    for (var violation : violations.getViolationsList()) {
      failure
          .addViolationsBuilder()
          .setType(violation.getReason().name())
          .setSubject(violation.getSubject())
          .setDescription(violation.getDescription());
    }
    var first = violations.getViolations(0);
    var details = new ArrayList<Any>();
    details.add(Any.pack(failure.build()));
    details.add(Any.pack(violations));
    // Told even when there are none, so that callers need not tell two shapes apart.
    details.add(Any.pack(Violations.alternatives(broken.alternatives())));
    var metadata = new HashMap<>(first.getMetadataMap());
    var leftOff = broken.violations().size() - violations.getViolationsCount();
    if (leftOff > 0) {
      metadata.put("violationsLeftOff", Integer.toString(leftOff));
    }
    return new ApiError(first.getReason(), first.getDescription(), metadata, details);
  }

  /** All of a single visit always fit; only a move of many can break more. */
  private static org.supportcenter.v1.Violations toldOf(org.supportcenter.v1.Violations all) {
    return org.supportcenter.v1.Violations.newBuilder()
        .addAllViolations(told(all.getViolationsList(), MOST_VIOLATION_BYTES))
        .build();
  }

  /** As many as an error may hold, one at least. */
  private static <M extends Message> List<M> told(List<M> all, int mostBytes) {
    var told = new ArrayList<M>();
    var left = mostBytes;
    for (var each : all) {
      left -= each.getSerializedSize();
      if (left < 0 && !told.isEmpty()) {
        break;
      }
      told.add(each);
    }
    return told;
  }

  private static ApiError holdLimit(HoldLimitReached reached) {
    var delay =
        com.google.protobuf.Duration.newBuilder()
            .setSeconds(reached.retryIn().toSeconds())
            .setNanos(reached.retryIn().toNanosPart());
    return new ApiError(
        ErrorReason.HOLD_LIMIT_REACHED,
        "%s already holds %d times; let go of one, or wait until one expires."
            .formatted(reached.ofCaller() ? "The caller" : "The tenant", reached.limit()),
        Map.of("limit", Integer.toString(reached.limit())),
        List.of(Any.pack(RetryInfo.newBuilder().setRetryDelay(delay).build())));
  }

  private static ApiError stale(PlanStale stale) {
    var changed = stale.changed();
    var sentence =
        changed == null
            ? "%s would break a rule now; make a new plan.".formatted(stale.resource())
            : "%s has changed since %s was made; make a new plan."
                .formatted(changed, stale.resource());
    return stale.violations().isEmpty()
        ? of(ErrorReason.PLAN_STALE, sentence, Map.of("resource", stale.resource()))
        : new ApiError(
            ErrorReason.PLAN_STALE,
            sentence,
            Map.of("resource", stale.resource()),
            List.of(Any.pack(toldOf(Violations.of(stale.violations())))));
  }

  private static ApiError constraint(ConstraintBroken broken) {
    var reason = Reasons.of(broken.reason());
    var failure = PreconditionFailure.newBuilder();
    failure.addViolationsBuilder().setType(reason.name()).setDescription(broken.reason().summary());
    return new ApiError(
        reason, broken.reason().summary(), Map.of(), List.of(Any.pack(failure.build())));
  }

  private static String sentence(TransitionNotAllowed transition, String allowed) {
    var standing = "%s is %s".formatted(transition.resource(), transition.status());
    if (allowed.isEmpty() && transition.asked().equals(transition.status())) {
      return standing + ": it has ended, and its times cannot change.";
    }
    return "%s and cannot become %s; %s."
        .formatted(
            standing,
            transition.asked(),
            allowed.isEmpty() ? "it has ended" : "it can become " + allowed);
  }

  private static ApiError transition(TransitionNotAllowed transition) {
    var allowed = String.join(", ", transition.allowed());
    return of(
        ErrorReason.STATUS_TRANSITION_NOT_ALLOWED,
        sentence(transition, allowed),
        Map.of(
            "resource",
            transition.resource(),
            "status",
            transition.status(),
            "asked",
            transition.asked(),
            "allowed",
            allowed));
  }

  private static ApiError notFound(NotFound missing) {
    var field = missing.field();
    return field == null
        ? of(
            ErrorReason.RESOURCE_NOT_FOUND,
            "%s does not exist.".formatted(missing.resource()),
            Map.of("resource", missing.resource()))
        : of(
            ErrorReason.RESOURCE_NOT_FOUND,
            "%s: %s does not exist.".formatted(field, missing.resource()),
            Map.of("resource", missing.resource(), "field", field));
  }

  private static ApiError field(ErrorReason reason, String field, String problem) {
    return fields(reason, List.of(new FieldProblem(field, problem)));
  }

  static ApiError fields(ErrorReason reason, List<FieldProblem> problems) {
    var all = problems.stream().map(problem -> violation(reason, problem)).toList();
    var told = told(all, MOST_PROBLEM_BYTES);
    var first = problems.getFirst();
    var metadata = new HashMap<>(Map.of("field", first.field()));
    if (told.size() < all.size()) {
      metadata.put("problemsLeftOff", Integer.toString(all.size() - told.size()));
    }
    return new ApiError(
        reason,
        "%s %s.".formatted(first.field(), first.problem()),
        metadata,
        List.of(Any.pack(BadRequest.newBuilder().addAllFieldViolations(told).build())));
  }

  private static BadRequest.FieldViolation violation(ErrorReason reason, FieldProblem problem) {
    return BadRequest.FieldViolation.newBuilder()
        .setField(problem.field())
        .setDescription(problem.problem())
        .setReason(reason.name())
        .build();
  }

  private static ApiError of(ErrorReason reason, String message, Map<String, String> metadata) {
    return new ApiError(reason, message, metadata, List.of());
  }
}
