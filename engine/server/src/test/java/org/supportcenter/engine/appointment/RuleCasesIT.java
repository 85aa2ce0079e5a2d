package org.supportcenter.engine.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.error;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.rule.RuleBook;
import org.supportcenter.domain.rule.RuleCase;
import org.supportcenter.domain.rule.RuleCases;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.Violation;

/**
 * The case tables of the domain, played through the API: what the rules say is what callers get.
 */
class RuleCasesIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  /** The told part of a violation; what it names differs from the scene, where ids are made up. */
  private record Told(String reason, String sentence, Map<String, String> numbers) {}

  static List<RuleCase> cases() {
    return RuleCases.all().stream().filter(RuleCasesIT::canStandInADatabase).toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aCallerIsToldWhatTheRulesSay(RuleCase line) {
    var expected =
        RuleBook.STANDARD.judge(line.scene().candidate(), line.scene().facts()).stream()
            .map(it -> new Told(it.reason().name(), it.sentence(), it.metadata()))
            .toList();
    var stage = new Stage(engine, line.scene());

    var check = stage.check();
    assertThat(told(check.getViolationsList())).isEqualTo(expected);
    assertThat(check.getAvailable()).isEqualTo(check.getViolationsCount() == 0);

    if (line.expected().isEmpty()) {
      assertThat(stage.act().getName()).startsWith("appointments/");
    } else {
      var refusal = error(stage::act);
      assertThat(told(Desk.violations(refusal))).isEqualTo(expected);
      assertThat(EngineExtension.info(refusal).getReason()).isEqualTo(expected.getFirst().reason());
      assertThat(EngineExtension.info(refusal).getMetadataMap())
          .isEqualTo(expected.getFirst().numbers());
    }
  }

  @Test
  void everyReasonIsPlayedOnBothSidesOfItsEdge() {
    assertThat(cases())
        .filteredOn(line -> !line.expected().isEmpty())
        .extracting(RuleCase::about)
        .contains(Reason.values());
    assertThat(cases())
        .filteredOn(line -> line.expected().isEmpty())
        .extracting(RuleCase::about)
        .contains(Reason.values());
    assertThat(RuleCases.all()).hasSize(cases().size() + 1);
  }

  private static List<Told> told(List<Violation> violations) {
    return violations.stream()
        .map(it -> new Told(it.getReason().name(), it.getDescription(), it.getMetadataMap()))
        .toList();
  }

  /** No two visits of one technician that overlap can be stored: the domain alone plays those. */
  private static boolean canStandInADatabase(RuleCase line) {
    var booked = line.scene().facts().booked();
    return booked.stream()
        .allMatch(one -> booked.stream().noneMatch(other -> one != other && meet(one, other)));
  }

  private static boolean meet(BookedVisit one, BookedVisit other) {
    return one.technicianId().equals(other.technicianId())
        && one.occupancy().holdsTime()
        && other.occupancy().holdsTime()
        && one.span().overlaps(other.span());
  }
}
