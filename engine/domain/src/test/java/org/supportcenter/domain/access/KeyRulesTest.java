package org.supportcenter.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.refusal.FieldProblem;

class KeyRulesTest {

  /** Two UTF-16 units. */
  private static final String ONE_CHARACTER = "\uD83D\uDD27";

  @Test
  void aNameIsAsLongAsPeopleCountIt() {
    assertThat(problems(ONE_CHARACTER.repeat(KeyRules.LONGEST_NAME))).isEmpty();
    assertThat(problems(ONE_CHARACTER.repeat(KeyRules.LONGEST_NAME + 1)))
        .containsExactly(new FieldProblem("displayName", "must have at most 200 characters"));
  }

  @Test
  void aNameIsSomethingToRead() {
    assertThat(problems(" ")).containsExactly(new FieldProblem("displayName", "must not be empty"));
    assertThat(problems("a\u0007"))
        .containsExactly(new FieldProblem("displayName", "must not contain control characters"));
  }

  private static List<FieldProblem> problems(String name) {
    return KeyRules.problems(name, Role.MANAGER, null, Set.of());
  }
}
