package org.supportcenter.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.plan.PlanDesk.minutes;
import static org.supportcenter.engine.plan.PlanDesk.tuesday;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.Plan;

/** What becomes of a plan whose engine goes away. */
class PlanTakeoverIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private PlanDesk desk;

  @BeforeEach
  void open() {
    desk = new PlanDesk(engine);
    desk.technician();
  }

  @Test
  void thePlanOfADeadEngineIsFinishedByAnotherWithinHalfAMinute() {
    var plan = desk.solve(tuesday().addRequests(desk.request(0)));
    var id = plan.getName().substring("plans/".length());
    // As an engine leaves it that was killed a minute ago: under way, and without a heartbeat
    // since.
    var seeds = engine.seeds();
    seeds.execute(desk.tenant, "UPDATE plan SET state = 'RUNNING', outcome = NULL");
    seeds.execute(
        desk.tenant,
        """
        INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, picked_by,
          last_heartbeat, version)
        VALUES ('plan', ?, now() - interval '1 minute', true, 'dead',
          now() - interval '1 minute', 2)
        """,
        desk.tenant + "/" + id);
    var began = System.nanoTime();

    desk.follow(plan);

    assertThat(desk.read(plan).getState()).isEqualTo(Plan.State.READY);
    assertThat(desk.read(plan).getMovesCount()).isEqualTo(1);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void anEngineSearchesOneAtATimeAndAnotherGoesOnWithWhatItLeaves() {
    var first = desk.create(tuesday().setTimeLimit(minutes(5)).addRequests(desk.request(0)));
    desk.awaitRunning(first);
    var second = desk.create(tuesday().setTimeLimit(minutes(5)).addRequests(desk.request(0)));
    try (var other = engine.start()) {
      assertThat(other.port()).isPositive();
      desk.awaitRunning(second);
    }
    assertThat(desk.read(first).getState()).isEqualTo(Plan.State.RUNNING);
    assertThat(desk.read(second).getState()).isEqualTo(Plan.State.RUNNING);

    desk.cancel(first);
    desk.cancel(second);

    desk.follow(first);
    desk.follow(second);
    assertThat(desk.read(first).getState()).isEqualTo(Plan.State.READY);
    assertThat(desk.read(second).getState()).isEqualTo(Plan.State.READY);
  }
}
