package org.supportcenter.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.schedule.Neighbourhood;

/** Reading only the neighbourhood of a candidate changes no verdict. */
class NeighbourhoodPropertyTest {

  @Test
  void whatLiesOutsideOfItBreaksNothing() {
    long seed = Seed.of(NeighbourhoodPropertyTest.class);
    Worlds.of(seed, 2000)
        .forEach(
            world -> {
              var candidate = world.candidates().getFirst();
              var near = world.facts().booked().stream().filter(v -> isNear(v, candidate)).toList();
              var narrowed = new Facts(world.facts().now(), near);
              assertThat(RuleBook.STANDARD.judge(candidate, narrowed))
                  .as(world.toString())
                  .isEqualTo(RuleBook.STANDARD.judge(candidate, world.facts()));
            });
  }

  private static boolean isNear(BookedVisit visit, Candidate candidate) {
    var near = Neighbourhood.of(candidate);
    var ofTechnician =
        visit.technicianId().equals(candidate.technicianId())
            && (visit.occupied().overlaps(near.occupied())
                || near.day().contains(visit.span().start()));
    var ofCustomer =
        visit.customerId() != null
            && visit.customerId().equals(candidate.customerId())
            && visit.span().overlaps(near.span());
    return ofTechnician || ofCustomer;
  }
}
