package org.supportcenter.domain.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.domain.travel.TravelTimes;

/**
 * Everything a planner needs to know.
 *
 * @param now the engine's clock when the facts were read
 * @param window no start outside; at most {@link
 *     org.supportcenter.domain.policy.Limits#SEARCH_WINDOW} long
 * @param technicians who may be given visits, each once
 * @param visits to place or move
 * @param fixed every other visit that can matter, of the technicians and of the customers
 */
public record PlanTask(
    Instant now,
    Span window,
    List<Worker> technicians,
    List<PlanVisit> visits,
    List<FixedVisit> fixed,
    TravelTimes travel) {

  /**
   * A technician who may be given visits.
   *
   * @param home where the days begin and end; null when unknown
   */
  public record Worker(UUID id, ZoneId zone, @Nullable Point home) {}

  public PlanTask {
    technicians = List.copyOf(technicians);
    visits = List.copyOf(visits);
    fixed = List.copyOf(fixed);
    for (var visit : visits) {
      if (visit.options().size() != technicians.size()) {
        throw new IllegalArgumentException("A visit needs one option per technician");
      }
    }
  }
}
