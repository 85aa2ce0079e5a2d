package org.supportcenter.domain.refusal;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.rule.Violation;
import org.supportcenter.domain.slot.Slot;

/**
 * Why an order was not carried out although it was well formed and the caller may give such orders.
 * Nothing was changed. Resources are named as on the wire, e.g. {@code "technicians/{uuid}"};
 * fields by their path in lowerCamel, e.g. {@code "appointment.startTime"}.
 */
public sealed interface Refusal {

  /**
   * Scheduling rules forbid it.
   *
   * @param violations at least one, in the order of {@link Reason}
   * @param alternatives starts that would be accepted instead, best first; maybe none
   */
  record RulesBroken(List<Violation> violations, List<Slot> alternatives) implements Refusal {

    public RulesBroken {
      violations = List.copyOf(violations);
      alternatives = List.copyOf(alternatives);
    }
  }

  /** A constraint of the database, the last line of defence, found a rule broken. */
  record ConstraintBroken(Reason reason) implements Refusal {}

  /**
   * The status does not allow it.
   *
   * @param resource whose status
   * @param status what it is now
   * @param asked the status asked for
   * @param allowed the statuses that may follow; empty when it has ended
   */
  record TransitionNotAllowed(String resource, String status, String asked, List<String> allowed)
      implements Refusal {

    public TransitionNotAllowed {
      allowed = List.copyOf(allowed);
    }
  }

  /**
   * No such resource, or none that the caller may see.
   *
   * @param resource name of what is missing
   * @param field the field of the request that refers to it; null for the resource the request is
   *     about
   */
  record NotFound(String resource, @Nullable String field) implements Refusal {

    /** The resource that the request is about is missing. */
    public NotFound(String resource) {
      this(resource, null);
    }
  }

  /** A resource with that name exists. */
  record AlreadyExists(String resource) implements Refusal {}

  /**
   * Others refer to the resource, and what is asked for would leave them without it.
   *
   * @param sentence what refers to it and what that forbids, one plain sentence
   */
  record InUse(String resource, String sentence) implements Refusal {}

  /**
   * The resource has changed since the caller read it.
   *
   * @param etag its current etag
   */
  record EtagMismatch(String resource, String etag) implements Refusal {}

  /**
   * As many times are held as may be.
   *
   * @param ofCaller whether it is the caller's own limit, not the tenant's
   * @param retryIn until the first of them expires by itself
   */
  record HoldLimitReached(boolean ofCaller, int limit, Duration retryIn) implements Refusal {}

  /**
   * What a plan was made from has changed since.
   *
   * @param resource the plan
   * @param changed a resource that is not what it was; null when rules are broken now
   * @param violations the rules that it would break now, maybe none
   */
  record PlanStale(String resource, @Nullable String changed, List<Violation> violations)
      implements Refusal {

    public PlanStale {
      violations = List.copyOf(violations);
    }
  }

  /** The request id was used before with another request. */
  record RequestIdReused() implements Refusal {}

  /** Other changes kept getting in the way. */
  record ConcurrentChange() implements Refusal {}

  /**
   * The caller's kind may do this in general, but not this.
   *
   * @param sentence what is not allowed, one plain sentence
   */
  record NotAllowed(String sentence) implements Refusal {}

  /**
   * Fields make no sense, alone or together.
   *
   * @param problems at least one
   */
  record FieldsInvalid(List<FieldProblem> problems) implements Refusal {

    public FieldsInvalid {
      problems = List.copyOf(problems);
    }

    /** One bad field. */
    public FieldsInvalid(String field, String problem) {
      this(List.of(new FieldProblem(field, problem)));
    }
  }

  /** The zone id is not in the tz database. */
  record ZoneUnknown(String field, String zone) implements Refusal {}

  /** The page token is damaged or was made for other arguments. */
  record PageTokenInvalid() implements Refusal {}

  /**
   * A filter or sort order cannot be read.
   *
   * @param problem the end of a sentence that starts with the field
   */
  record FilterInvalid(String field, String problem) implements Refusal {}

  /**
   * The update mask names what cannot be updated.
   *
   * @param path as given
   * @param problem the end of a sentence that starts with the path
   */
  record UpdateMaskInvalid(String path, String problem) implements Refusal {}

  /** The refusal as an exception, to be thrown. */
  default RefusedException asException() {
    return new RefusedException(this);
  }
}
