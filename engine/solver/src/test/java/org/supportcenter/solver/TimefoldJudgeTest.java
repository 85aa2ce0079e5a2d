package org.supportcenter.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.rule.RuleCase;
import org.supportcenter.domain.rule.RuleCases;
import org.supportcenter.domain.rule.Violation;
import org.supportcenter.domain.rule.Worlds;

class TimefoldJudgeTest {

  private static final TimefoldJudge JUDGE = new TimefoldJudge();

  static List<RuleCase> cases() {
    return RuleCases.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void breaksExactlyTheRulesOfTheTable(RuleCase line) {
    var violations = JUDGE.judge(line.scene().candidate(), line.scene().facts());

    assertThat(violations.stream().map(Violation::reason).collect(Collectors.toSet()))
        .isEqualTo(line.expected());
  }

  @Test
  void agreesWithTheRuleBookFromManyThreadsAtOnce() throws Exception {
    var worlds = Worlds.of(7, 64).toList();
    try (var threads = Executors.newFixedThreadPool(8)) {
      var tasks =
          worlds.stream()
              .map(world -> (Callable<Object>) () -> JUDGE.judge(world.candidates(), world.facts()))
              .toList();
      var answers = threads.invokeAll(tasks);
      for (int i = 0; i < worlds.size(); i++) {
        var world = worlds.get(i);
        assertThat(answers.get(i).get())
            .isEqualTo(RuleBook.STANDARD.judge(world.candidates(), world.facts()));
      }
    }
  }
}
