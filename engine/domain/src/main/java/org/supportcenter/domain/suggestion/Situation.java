package org.supportcenter.domain.suggestion;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.travel.Point;

/**
 * What suggestions are made on.
 *
 * @param enquiries the visit as asked of each technician, each technician once
 * @param window starts lie inside
 * @param facts with every visit of these technicians in {@link Weeks#around the weeks} of the
 *     window, and everything that can matter to a start in it
 * @param running visits that are in progress, by id
 * @param points where visits are, by visit; those that are missing are unknown
 * @param homes where technicians' days begin and end, by technician
 * @param shortestService of all service types; null when none has a duration
 */
public record Situation(
    List<Enquiry> enquiries,
    Span window,
    Facts facts,
    Set<UUID> running,
    Map<UUID, Point> points,
    Map<UUID, Point> homes,
    @Nullable Duration shortestService) {

  public Situation {
    enquiries = List.copyOf(enquiries);
    running = Set.copyOf(running);
    // The caller has filled it and lets go of it: a copy of thousands would take a tenth of the
    // time.
    points = Collections.unmodifiableMap(points);
    homes = Map.copyOf(homes);
  }
}
