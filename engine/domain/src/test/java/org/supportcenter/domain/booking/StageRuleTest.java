package org.supportcenter.domain.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.domain.appointment.AppointmentStatus.CANCELLED;
import static org.supportcenter.domain.appointment.AppointmentStatus.COMPLETED;
import static org.supportcenter.domain.appointment.AppointmentStatus.CONFIRMED;
import static org.supportcenter.domain.appointment.AppointmentStatus.DRAFT;
import static org.supportcenter.domain.appointment.AppointmentStatus.IN_PROGRESS;
import static org.supportcenter.domain.appointment.AppointmentStatus.NO_SHOW;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.ticket.Stage;

class StageRuleTest {

  @Test
  void theFurthestAlongHoldingVisitDecides() {
    assertThat(made(DRAFT)).isEqualTo(Stage.NEW);
    assertThat(made(DRAFT, CONFIRMED)).isEqualTo(Stage.SCHEDULED);
    assertThat(made(DRAFT, IN_PROGRESS, CONFIRMED)).isEqualTo(Stage.IN_PROGRESS);
    assertThat(made(COMPLETED, DRAFT)).isEqualTo(Stage.NEW);
  }

  @Test
  void withNoneLeftACompletedOneMakesItDone() {
    assertThat(made(COMPLETED)).isEqualTo(Stage.DONE);
    assertThat(made(COMPLETED, CANCELLED)).isEqualTo(Stage.DONE);
    assertThat(stood(COMPLETED, NO_SHOW)).isEqualTo(Stage.DONE);
  }

  @Test
  void withNoneCompletedItIsCancelledOnlyIfMadeForTheVisit() {
    assertThat(made(CANCELLED)).isEqualTo(Stage.CANCELLED);
    assertThat(made(NO_SHOW, CANCELLED)).isEqualTo(Stage.CANCELLED);
    assertThat(stood(CANCELLED)).isEqualTo(Stage.NEW);
    assertThat(stood(NO_SHOW)).isEqualTo(Stage.NEW);
  }

  @Test
  void aVisitThatWentElsewhereLeavesItWaiting() {
    assertThat(made()).isEqualTo(Stage.NEW);
    assertThat(stood()).isEqualTo(Stage.NEW);
  }

  private static Stage made(AppointmentStatus... visits) {
    return StageRule.stage(List.of(visits), true);
  }

  private static Stage stood(AppointmentStatus... visits) {
    return StageRule.stage(List.of(visits), false);
  }
}
