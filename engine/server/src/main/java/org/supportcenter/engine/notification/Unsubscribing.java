package org.supportcenter.engine.notification;

import java.time.InstantSource;
import org.supportcenter.compose.UnsubscribeToken;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.store.notification.ReminderStops;
import org.supportcenter.v1.UnsubscribeRequest;
import org.supportcenter.v1.UnsubscribeResponse;

/** Stops reminders for whoever has a link from one. Anybody may ask, so only the token counts. */
final class Unsubscribing {

  private final TenantDatabases databases;
  private final InstantSource clock;
  private final ReminderStops stops = new ReminderStops();

  Unsubscribing(TenantDatabases databases, InstantSource clock) {
    this.databases = databases;
    this.clock = clock;
  }

  UnsubscribeResponse unsubscribe(UnsubscribeRequest request) {
    var token = UnsubscribeToken.parse(request.getToken());
    if (token == null) {
      throw unusable();
    }
    return databases
        .of(token.tenant())
        .write(
            token.tenant(),
            tx -> {
              var key = stops.key(tx);
              if (key == null
                  || !token.isSignedWith(key)
                  || !stops.stop(tx, token.customer(), clock.instant())) {
                throw unusable();
              }
              return UnsubscribeResponse.newBuilder()
                  .setOrganisation(stops.organisation(tx))
                  .build();
            });
  }

  /** The same whatever is wrong: nobody learns which tenants and customers there are. */
  private static RuntimeException unusable() {
    return new Refusal.FieldsInvalid("token", "is not from a link in one of our reminders")
        .asException();
  }
}
