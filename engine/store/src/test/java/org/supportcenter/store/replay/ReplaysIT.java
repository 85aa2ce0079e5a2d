package org.supportcenter.store.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.store.Database;
import org.supportcenter.store.TestDatabases;
import org.supportcenter.store.Tx;
import org.supportcenter.testkit.PostgresExtension;
import org.supportcenter.testkit.TestClock;

class ReplaysIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final String HASH = "ab".repeat(32);
  private static final byte[] ANSWER = "answer".getBytes(UTF_8);

  private static Database database;
  private static UUID tenant;

  private final TestClock clock = new TestClock(Instant.now());
  private final Replays replays = new Replays(clock);

  @BeforeAll
  static void open() {
    database = TestDatabases.open(postgres);
    tenant = postgres.seeds().tenant();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void theFirstAnswerIsKeptForTheSameCallerAndRequest() {
    var key = new ReplayKey("apiKeys/1", UUID.randomUUID(), HASH);
    keep(key);

    assertThat(find(key)).isEqualTo(ANSWER);
    assertThat(find(new ReplayKey("apiKeys/2", key.requestId(), HASH))).isNull();
    assertThat(find(new ReplayKey("apiKeys/1", UUID.randomUUID(), HASH))).isNull();
  }

  @Test
  void anotherRequestWithTheSameIdIsRefused() {
    var key = new ReplayKey("apiKeys/1", UUID.randomUUID(), HASH);
    keep(key);

    assertThatThrownBy(() -> find(new ReplayKey("apiKeys/1", key.requestId(), "cd".repeat(32))))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.RequestIdReused.class));
  }

  @Test
  void answersOfAllTenantsAreForgottenAfterADayAndNotBefore() {
    var other = postgres.seeds().tenant();
    var old = new ReplayKey("apiKeys/1", UUID.randomUUID(), HASH);
    var recent = new ReplayKey("apiKeys/1", UUID.randomUUID(), HASH);
    clock.advance(Duration.ofHours(-24).minusSeconds(60));
    keep(old);
    database.write(other, tx -> keepIn(tx, old));
    clock.advance(Duration.ofSeconds(120));
    keep(recent);

    assertThat(Replays.forgetOld(database)).isEqualTo(2);

    assertThat(find(old)).isNull();
    assertThat(find(recent)).isEqualTo(ANSWER);
    assertThat(postgres.seeds().count(other, "replay")).isZero();
  }

  private void keep(ReplayKey key) {
    database.write(tenant, tx -> keepIn(tx, key));
  }

  private boolean keepIn(Tx tx, ReplayKey key) {
    replays.keep(tx, key, ANSWER);
    return true;
  }

  private byte @Nullable [] find(ReplayKey key) {
    try {
      database.read(
          tenant,
          tx -> {
            replays.expectNew(tx, key);
            return true;
          });
      return null;
    } catch (AnsweredException answered) {
      return answered.response();
    }
  }
}
