package org.supportcenter.solver.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RouteSolverTest {

  private static final Duration SHORT = Duration.ofMillis(1500);
  private static final Duration LONG = Duration.ofMinutes(10);

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
  void endsWithoutAWarning() {
    var log = (Logger) LoggerFactory.getLogger("ai.timefold.solver");
    var logged = new ListAppender<ILoggingEvent>();
    logged.start();
    log.addAppender(logged);
    try {
      var solver = RouteSolver.plain();
      solver.solve(new CircleModel(6, 2, 6), List.of(), List.of(), SHORT, _ -> true);
      solver.solve(new CircleModel(6, 2, 6), List.of(), List.of(), LONG, _ -> false);
      solver.solve(new CircleModel(0, 2, 6), List.of(), List.of(), LONG, _ -> true);
    } finally {
      log.detachAppender(logged);
    }

    assertThat(logged.list).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
  }

  @Test
  void goesOnUntilTheTimeIsOverEvenWhenNothingIsLeftToImprove() {
    var began = System.nanoTime();

    var found =
        RouteSolver.plain().solve(new CircleModel(3, 1, 3), List.of(), List.of(), SHORT, _ -> true);

    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(SHORT);
    assertThat(found.moves()).isGreaterThan(100);
  }

  @Test
  void beginsWithWhatItIsGiven() {
    var model = new CircleModel(6, 2, 6);
    var begin = List.of(List.of(3, 1), List.<Integer>of());

    var found = RouteSolver.plain().solve(model, List.of(), begin, Duration.ZERO, _ -> false);

    assertThat(found.routes().stream().mapToInt(List::size).sum()).isEqualTo(6);
  }
}
