package org.supportcenter.domain.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.rule.Amounts;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.rule.Seed;
import org.supportcenter.domain.rule.World;
import org.supportcenter.domain.rule.Worlds;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.time.Span;

/** Listed is bookable: the search finds what walking the grid with the rule book finds. */
class SlotSearchPropertyTest {

  private static final int WORLDS = Integer.getInteger("supportcenter.worlds", 2400);

  private final SlotSearch search = new SlotSearch(RuleBook.STANDARD);

  @Test
  void listsExactlyTheStartsOnTheGridThatTheRuleBookAccepts() {
    long seed = Seed.of(SlotSearchPropertyTest.class);
    var listed = new ArrayList<Integer>();
    Worlds.of(seed, WORLDS)
        .forEach(
            world -> {
              var enquiry = Enquiry.like(world.candidates().getFirst());
              var starts = search.starts(enquiry, world.window(), world.facts());
              assertThat(starts).as(world.toString()).isEqualTo(walkTheGrid(world, enquiry));
              listed.add(starts.size());
            });
    assertThat(listed).as("worlds with slots").anyMatch(count -> count > 20);
    assertThat(listed.stream().filter(count -> count > 0).count()).isGreaterThan(WORLDS / 10);
  }

  private static List<Instant> walkTheGrid(World world, Enquiry enquiry) {
    var accepted = new TreeSet<Instant>();
    var step = enquiry.technician().policy().slotStep();
    var others = world.facts().others(List.of(enquiry.at(world.facts().now())));
    for (Span interval : enquiry.technician().workingHours().asWritten(world.window())) {
      for (var start = interval.start(); interval.contains(start); start = start.plus(step)) {
        var visit = enquiry.at(start);
        if (world.window().contains(start)
            && RuleBook.STANDARD.rules().stream()
                .allMatch(rule -> Amounts.broken(rule, visit, others, world.facts().now()) == 0)) {
          accepted.add(start);
        }
      }
    }
    return List.copyOf(accepted);
  }
}
