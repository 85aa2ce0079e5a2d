package org.supportcenter.engine.watch;

import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Draining;
import org.supportcenter.engine.call.Standing;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.store.outbox.FeedPosition;
import org.supportcenter.v1.WatchAppointmentsRequest;
import org.supportcenter.v1.WatchAppointmentsResponse;

/** All streams of this process. */
public final class Watches {

  private final TenantDatabases databases;
  private final Draining draining;
  private final WatchTimes times;
  private final ConcurrentMap<UUID, TenantFeed> feeds = new ConcurrentHashMap<>();

  /** Streams that follow these databases, and end when draining begins. */
  public Watches(TenantDatabases databases, Draining draining, WatchTimes times) {
    this.databases = databases;
    this.draining = draining;
    this.times = times;
  }

  /**
   * Begins a stream, which goes on after this returns.
   *
   * @param standing of the caller's credential, which is looked at again and again
   * @throws org.supportcenter.domain.refusal.RefusedException if the resume token is not one of
   *     ours
   */
  public void begin(
      Caller caller,
      Standing standing,
      WatchAppointmentsRequest request,
      StreamObserver<WatchAppointmentsResponse> observer) {
    var tenant = caller.tenant();
    var feed =
        feeds.computeIfAbsent(tenant, id -> new TenantFeed(id, databases.of(id), times.poll()));
    var watch =
        new Watch(
            (ServerCallStreamObserver<WatchAppointmentsResponse>) observer,
            standing,
            new WatchAnswers(tenant, caller.technician()),
            feed,
            start(tenant, feed, request.getResumeToken()),
            times);
    Runnable end = watch.inbox()::end;
    draining.onBegin(end);
    Runnable run =
        () -> {
          try {
            watch.run();
          } finally {
            draining.forget(end);
          }
        };
    Thread.ofVirtual().name("watch-" + tenant).start(Context.current().wrap(run));
  }

  private static FeedPosition start(UUID tenant, TenantFeed feed, String token) {
    var end = feed.end();
    if (token.isEmpty()) {
      return end;
    }
    var position = ResumeTokens.read(tenant, token);
    if (position.xid() > end.xid()) {
      // From before the database was put back to an earlier state: what came since is unknown.
      throw ResumeTokens.invalid();
    }
    return position;
  }
}
