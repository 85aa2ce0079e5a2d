package org.supportcenter.engine.notification;

import java.time.InstantSource;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.store.notification.NotificationStore;
import org.supportcenter.v1.GetNotificationRequest;
import org.supportcenter.v1.ListNotificationsRequest;
import org.supportcenter.v1.ListNotificationsResponse;
import org.supportcenter.v1.Notification;
import org.supportcenter.v1.RetryFailedNotificationsRequest;
import org.supportcenter.v1.RetryFailedNotificationsResponse;
import org.supportcenter.v1.RetryNotificationRequest;

/** What became of every mail, and sending it once more. */
final class Mails {

  private final Reads reads;
  private final Writes writes;
  private final InstantSource clock;
  private final NotificationStore store = new NotificationStore();

  Mails(Reads reads, Writes writes, InstantSource clock) {
    this.reads = reads;
    this.writes = writes;
    this.clock = clock;
  }

  Notification get(GetNotificationRequest request) {
    var id = Names.NOTIFICATION.id(request.getName(), "name");
    return NotificationMessages.message(
        reads.run(Caller.current(), tx -> Resources.found(store.find(tx, id), request.getName())));
  }

  ListNotificationsResponse list(ListNotificationsRequest request) {
    var caller = Caller.current();
    var filter = NotificationMessages.filter(request);
    var query = Pages.query(request, caller);
    var page = reads.run(caller, tx -> store.list(tx, filter, query));
    return ListNotificationsResponse.newBuilder()
        .addAllNotifications(page.map(NotificationMessages::message).entries())
        .setNextPageToken(page.nextToken())
        .build();
  }

  Notification retry(RetryNotificationRequest request) {
    var id = Names.NOTIFICATION.id(request.getName(), "name");
    return writes.run(
        Caller.current(),
        request,
        Notification.parser(),
        tx -> {
          Resources.found(store.find(tx, id), request.getName());
          if (!store.retry(tx, id, clock.instant())) {
            throw new Refusal.FieldsInvalid(
                    "name",
                    "was sent, is being sent, or tells of a version of its appointment that is not the"
                        + " newest")
                .asException();
          }
          return NotificationMessages.message(
              Resources.found(store.find(tx, id), request.getName()));
        });
  }

  RetryFailedNotificationsResponse retryFailed(RetryFailedNotificationsRequest request) {
    return writes.run(
        Caller.current(),
        request,
        RetryFailedNotificationsResponse.parser(),
        tx ->
            RetryFailedNotificationsResponse.newBuilder()
                .setRetriedCount(store.retryFailed(tx, clock.instant()))
                .build());
  }
}
