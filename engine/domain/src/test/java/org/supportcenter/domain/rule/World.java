package org.supportcenter.domain.rule;

import java.util.List;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.time.Span;

/**
 * A random schedule with visits asked for in it.
 *
 * @param seed makes the same world again
 * @param candidates asked for, some stored already; all in one zone, of two technicians
 * @param window around the dates the world is about
 */
public record World(long seed, List<Candidate> candidates, Facts facts, Span window) {

  @Override
  public String toString() {
    return "world of seed " + seed + " in " + candidates.getFirst().technician().zone();
  }
}
