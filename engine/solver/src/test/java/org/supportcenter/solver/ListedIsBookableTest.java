package org.supportcenter.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.rule.Seed;
import org.supportcenter.domain.rule.World;
import org.supportcenter.domain.rule.Worlds;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.slot.SlotSearch;

/** What the search lists, the judge behind every booking accepts, and on the grid nothing else. */
class ListedIsBookableTest {

  private static final int WORLDS = Integer.getInteger("supportcenter.worlds", 2400);

  private final SlotSearch search = new SlotSearch(RuleBook.STANDARD);
  private final TimefoldJudge judge = new TimefoldJudge();

  @Test
  void theJudgeAcceptsEveryListedStartAndRefusesTheOthersOnTheGrid() {
    long seed = Seed.of(ListedIsBookableTest.class);
    var zones = new HashSet<String>();
    Worlds.of(seed, WORLDS)
        .forEach(
            world -> {
              compare(world);
              zones.add(world.candidates().getFirst().technician().zone().getId());
            });
    if (WORLDS >= 2400) {
      assertThat(zones).hasSizeGreaterThan(590);
    }
  }

  private void compare(World world) {
    var enquiry = Enquiry.like(world.candidates().getFirst());
    var listed = new TreeSet<>(search.starts(enquiry, world.window(), world.facts()));
    var grid = new TreeSet<>(listed);
    var step = enquiry.technician().policy().slotStep();
    for (var interval : enquiry.technician().workingHours().asWritten(world.window())) {
      for (var start = interval.start(); interval.contains(start); start = start.plus(step)) {
        if (world.window().contains(start)) {
          grid.add(start);
        }
      }
    }
    assertThat(SlotSearch.gridSize(enquiry.technician(), world.window()))
        .as(world.toString())
        .isEqualTo(grid.size());
    for (var start : grid) {
      var candidates = List.of(enquiry.at(start));
      var near = world.facts().near(candidates);
      assertThat(judge.judge(candidates, near).getFirst().accepted())
          .as("%s at %s", world, start)
          .isEqualTo(listed.contains(start));
    }
  }
}
