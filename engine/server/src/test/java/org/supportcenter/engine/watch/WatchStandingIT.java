package org.supportcenter.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.change.Source;
import org.supportcenter.engine.call.ApiException;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Draining;
import org.supportcenter.engine.testing.TestDatabases;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.testkit.PostgresExtension;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.WatchAppointmentsRequest;

/** A stream outlives no credential. */
class WatchStandingIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static final WatchTimes QUICK =
      new WatchTimes(
          Duration.ofMillis(20),
          Duration.ofMillis(200),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5));

  @Test
  void aStreamEndsWhenItsCredentialIsRevokedHoweverMuchHappens() {
    var tenant = postgres.seeds().tenant();
    var technician = postgres.seeds().technician(tenant, "UTC");
    var visits = new Visits(tenant, postgres.seeds().customer(tenant));
    var revoked = new AtomicBoolean();
    try (var database = TestDatabases.open(postgres)) {
      var draining = new Draining();
      var watches = new Watches(TenantDatabases.shared(database), draining, QUICK);
      var stream = new RecordingStream();
      watches.begin(
          caller(tenant),
          () -> {
            if (revoked.get()) {
              throw new ApiException(ErrorReason.CREDENTIAL_INVALID, "Revoked.");
            }
          },
          WatchAppointmentsRequest.getDefaultInstance(),
          stream);
      stream.next();
      visits.book(database, technician, 0);
      stream.news(1);

      revoked.set(true);

      assertThat(stream.end().failure())
          .isInstanceOfSatisfying(
              ApiException.class,
              end -> assertThat(end.reason()).isEqualTo(ErrorReason.CREDENTIAL_INVALID));
      draining.begin();
    }
  }

  private static Caller caller(UUID tenant) {
    return new Caller(tenant, new Author("apiKeys/test", Source.API), "Test", null, Set.of(), null);
  }
}
