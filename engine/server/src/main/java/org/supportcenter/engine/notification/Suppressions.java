package org.supportcenter.engine.notification;

import com.google.protobuf.Empty;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.store.notification.SuppressionStore;
import org.supportcenter.v1.DeleteSuppressionRequest;
import org.supportcenter.v1.ListSuppressionsRequest;
import org.supportcenter.v1.ListSuppressionsResponse;

/** Addresses that nothing is sent to. */
final class Suppressions {

  private final Reads reads;
  private final Writes writes;
  private final SuppressionStore store = new SuppressionStore();

  Suppressions(Reads reads, Writes writes) {
    this.reads = reads;
    this.writes = writes;
  }

  ListSuppressionsResponse list(ListSuppressionsRequest request) {
    var caller = Caller.current();
    var query = Pages.query(request, caller);
    var page = reads.run(caller, tx -> store.list(tx, query));
    return ListSuppressionsResponse.newBuilder()
        .addAllSuppressions(page.map(NotificationMessages::suppression).entries())
        .setNextPageToken(page.nextToken())
        .build();
  }

  Empty delete(DeleteSuppressionRequest request) {
    var address = request.getName().substring(NotificationMessages.SUPPRESSIONS.length());
    return writes.run(
        Caller.current(),
        request,
        Empty.parser(),
        tx -> {
          Resources.found(store.delete(tx, address) ? address : null, request.getName());
          return Empty.getDefaultInstance();
        });
  }
}
