package org.supportcenter.solver.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteSolverTest {

  private static final Duration SHORT = Duration.ofMillis(1500);

  @Test
  void findsTheWayAroundTheCircle() {
    var model = new CircleModel(24, 1, 24);

    var found = RouteSolver.plain().solve(model, List.of(), List.of(), SHORT, _ -> true);

    var around = 23 * 2 * CircleModel.RADIUS * Math.sin(Math.PI / 24) + 2 * CircleModel.RADIUS;
    assertThat((double) -found.soft()).isCloseTo(around, within(100.0));
    assertThat(found.routes().getFirst()).hasSize(24);
  }

  @Test
  void givesEveryRouteWhatItHoldsAndLeavesTheRestOut() {
    var model = new CircleModel(24, 3, 6);

    var found = RouteSolver.plain().solve(model, List.of(), List.of(), SHORT, _ -> true);

    assertThat(found.isFeasible()).isTrue();
    assertThat(found.routes()).allSatisfy(route -> assertThat(route).hasSize(6));
  }

  @Test
  void scoresWhatTheSearchCounted() {
    // Timefold scores everything anew after every move and fails when it differs.
    var found =
        new RouteSolver(RouteConstraints.class, EnvironmentMode.FULL_ASSERT)
            .solve(new CircleModel(24, 3, 9), List.of(), List.of(), SHORT, _ -> true);

    assertThat(found.routes().stream().mapToInt(List::size).sum()).isEqualTo(24);
  }

  @Test
  void beginsWithWhatItIsGiven() {
    var model = new CircleModel(6, 2, 6);
    var begin = List.of(List.of(3, 1), List.<Integer>of());

    var found = RouteSolver.plain().solve(model, List.of(), begin, Duration.ZERO, _ -> false);

    assertThat(found.routes().stream().mapToInt(List::size).sum()).isEqualTo(6);
  }
}
