package org.supportcenter.engine.availability;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.rule.Seed;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.AppointmentServiceGrpc;

/**
 * Through the API, in random worlds: every listed start can be booked, and every other one on the
 * grid is refused, also while others book other technicians.
 */
class ListedIsBookableIT {

  private static final int WORLDS = Integer.getInteger("supportcenter.apiWorlds", 50);

  /** In every so manieth world somebody goes on booking a colleague. */
  private static final int DISTURBED = 5;

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  @Test
  void listsWhatCanBeBookedAndNothingElseOnTheGrid() {
    long seed = Seed.of(ListedIsBookableIT.class);
    var slots = 0;
    for (int i = 0; i < WORLDS; i++) {
      var world = new ApiWorld(engine, seed * 1_000_003 + i);
      slots += i % DISTURBED == 0 ? disturbed(world) : compare(world);
    }
    assertThat(slots).as("slots in all worlds").isGreaterThan(WORLDS);
  }

  private static int disturbed(ApiWorld world) {
    var done = new AtomicBoolean();
    var writer =
        CompletableFuture.runAsync(
            () -> {
              while (!done.get()) {
                world.disturb();
              }
            });
    try {
      return compare(world);
    } finally {
      done.set(true);
      writer.join();
    }
  }

  private static int compare(ApiWorld world) {
    var listed =
        Office.all(world.office.availability(), world.question()).stream()
            .map(slot -> Office.instant(slot.getStartTime()))
            .collect(Collectors.toCollection(TreeSet::new));
    var grid = world.grid();
    assertThat(grid).as(world.toString()).containsAll(listed);
    var bookable = new TreeSet<Instant>();
    for (var start : grid) {
      if (isAccepted(world, start)) {
        bookable.add(start);
      }
    }
    assertThat(listed).as(world.toString()).isEqualTo(bookable);
    return listed.size();
  }

  private static boolean isAccepted(ApiWorld world, Instant start) {
    try {
      AppointmentServiceGrpc.newBlockingStub(world.office.manager)
          .createAppointment(world.dryRun(start));
      return true;
    } catch (StatusRuntimeException refused) {
      assertThat(EngineExtension.info(refused).getReason())
          .isNotIn("INTERNAL", "FIELD_INVALID", "DATABASE_UNAVAILABLE");
      return false;
    }
  }
}
