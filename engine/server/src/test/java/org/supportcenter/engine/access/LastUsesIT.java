package org.supportcenter.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.engine.testing.TestDatabases;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.store.access.ApiKey;
import org.supportcenter.store.access.ApiKeyStore;
import org.supportcenter.testkit.PostgresExtension;
import org.supportcenter.testkit.SeededKey;
import org.supportcenter.testkit.TestClock;

class LastUsesIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private final TestClock clock = TestClock.at(EngineExtension.START);
  private final List<Runnable> background = new ArrayList<>();

  @Test
  void aUseIsNotedOnceAMinuteAndNotWhileTheCallerWaits() {
    var tenant = postgres.seeds().tenant();
    var key = postgres.seeds().key(tenant, Role.ADMIN);
    try (var databases = TenantDatabases.shared(TestDatabases.open(postgres))) {
      var keys = new ApiKeyStore(databases);
      var lastUses = new LastUses(keys, background::add, clock);

      lastUses.used(tenant, key.id());
      lastUses.used(tenant, key.id());
      assertThat(background).hasSize(1);
      assertThat(stored(databases, keys, key).lastUseTime()).isNull();

      background.removeFirst().run();
      assertThat(stored(databases, keys, key).lastUseTime()).isEqualTo(clock.instant());

      clock.advance(Duration.ofMinutes(1));
      lastUses.used(tenant, key.id());
      background.removeFirst().run();
      assertThat(stored(databases, keys, key).lastUseTime()).isEqualTo(clock.instant());
    }
  }

  private static ApiKey stored(TenantDatabases databases, ApiKeyStore keys, SeededKey key) {
    @Nullable ApiKey found =
        databases.of(key.tenant()).read(key.tenant(), tx -> keys.find(tx, key.id()));
    assertThat(found).isNotNull();
    return found;
  }
}
