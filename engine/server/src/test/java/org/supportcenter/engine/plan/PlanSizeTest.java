package org.supportcenter.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.ValidateProto;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportcenter.domain.plan.PlanSize;
import org.supportcenter.v1.Plan;

class PlanSizeTest {

  @ParameterizedTest
  @CsvSource({
    "technicians, " + PlanSize.TECHNICIANS,
    "drafts, " + PlanSize.NAMED,
    "requests, " + PlanSize.NAMED,
    "movable, " + PlanSize.NAMED
  })
  void areThoseOfTheProtocol(String field, long most) {
    var options = Plan.getDescriptor().findFieldByName(field).getOptions();

    assertThat(options.getExtension(ValidateProto.field).getRepeated().getMaxItems())
        .isEqualTo(most);
  }
}
