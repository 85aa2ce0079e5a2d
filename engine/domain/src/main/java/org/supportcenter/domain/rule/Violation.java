package org.supportcenter.domain.rule;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.schedule.Visit;

/**
 * One broken rule, in words and numbers. A rule broken towards several things (two appointments,
 * two absences) gives one violation, about the worst of them.
 *
 * @param subject whom it is about: the technician, or the customer for {@code CUSTOMER_OVERLAP}
 * @param conflict what stands in the way, where it is a thing of its own; the caller may be shown
 *     it only if they may see that thing, else {@link #redacted}
 * @param sentence one plain sentence, times in the technician's zone with the zone named
 * @param metadata the numbers as text, by key: minutes, days and counts, UTC instants, local dates
 */
public record Violation(
    Reason reason,
    Subject subject,
    @Nullable Subject conflict,
    String sentence,
    SortedMap<String, String> metadata) {

  /** Tells which of several appointments that are moved together breaks the rule. */
  private static final String APPOINTMENT = "appointment";

  public Violation {
    metadata = Collections.unmodifiableSortedMap(new TreeMap<>(metadata));
  }

  /** A violation about the visit's technician that nothing in particular stands behind. */
  static Violation ofTechnician(
      Reason reason, Visit visit, String sentence, Map<String, String> metadata) {
    return ofTechnician(reason, visit, null, sentence, metadata);
  }

  /** A violation about the visit's technician. */
  static Violation ofTechnician(
      Reason reason,
      Visit visit,
      @Nullable Subject conflict,
      String sentence,
      Map<String, String> metadata) {
    var technician = new Subject(Subject.Kind.TECHNICIAN, visit.technicianId());
    return new Violation(reason, technician, conflict, sentence, new TreeMap<>(metadata));
  }

  /**
   * The same violation, by one of several appointments that are moved together: it is named among
   * the numbers, and is what the violation is about unless something stands in its way.
   */
  public Violation by(UUID appointment) {
    var itself = new Subject(Subject.Kind.APPOINTMENT, appointment);
    var numbers = new TreeMap<>(metadata);
    numbers.put(APPOINTMENT, "appointments/" + appointment);
    return new Violation(reason, conflict == null ? itself : subject, conflict, sentence, numbers);
  }

  /** The same violation without a trace of what stands in the way. */
  public Violation redacted() {
    if (conflict == null) {
      return this;
    }
    var numbers = new TreeMap<>(metadata);
    numbers.keySet().retainAll(Set.of(APPOINTMENT));
    return new Violation(reason, subject, null, reason.summary(), numbers);
  }
}
