package org.supportcenter.domain.travel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.place.Location;

class StraightLineTest {

  private static final Point BERLIN = new Point(52.5200, 13.4050);
  private static final Point MUNICH = new Point(48.1374, 11.5755);

  @Test
  void measuresTheGreatCircle() {
    assertThat(BERLIN.metresTo(MUNICH)).isCloseTo(504_300, within(1_000.0));
    assertThat(MUNICH.metresTo(BERLIN)).isEqualTo(BERLIN.metresTo(MUNICH));
    // One degree of latitude, and of longitude on the equator: the circumference by 360.
    assertThat(new Point(0, 0).metresTo(new Point(1, 0))).isCloseTo(111_195, within(1.0));
    assertThat(new Point(0, 179.5).metresTo(new Point(0, -179.5))).isCloseTo(111_195, within(1.0));
    assertThat(new Point(90, 0).metresTo(new Point(-90, 77))).isCloseTo(20_015_115, within(10.0));
  }

  @Test
  void takesNoTimeToStayAndRoundsUpOtherwise() {
    var line = new StraightLine(36);

    assertThat(line.between(BERLIN, BERLIN)).isEqualTo(Duration.ZERO);
    // Ten metres a second: one ten-thousandth of a degree is a little more than eleven metres.
    assertThat(line.between(new Point(0, 0), new Point(0.0001, 0)))
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void knowsNoPointWithoutCoordinates() {
    assertThat(Point.of(null)).isNull();
    assertThat(Point.of(new Location("Somewhere", null, null))).isNull();
    assertThat(Point.of(new Location("", 1.5, -2.5))).isEqualTo(new Point(1.5, -2.5));
  }

  @Test
  void refusesToStandStill() {
    assertThatThrownBy(() -> new StraightLine(0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new StraightLine(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
