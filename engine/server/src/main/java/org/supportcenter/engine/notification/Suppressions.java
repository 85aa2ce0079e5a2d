package org.supportcenter.engine.notification;

import com.google.protobuf.Empty;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.store.notification.SuppressionStore;
import org.supportcenter.v1.DeleteSuppressionRequest;
import org.supportcenter.v1.ListSuppressionsRequest;
import org.supportcenter.v1.ListSuppressionsResponse;

/** Addresses that nothing is sent to. */
final class Suppressions {

  private static final int DEFAULT_SIZE = 50;
  private static final int MAX_SIZE = 1000;

  private final Reads reads;
  private final Writes writes;
  private final SuppressionStore store = new SuppressionStore();

  Suppressions(Reads reads, Writes writes) {
    this.reads = reads;
    this.writes = writes;
  }

  /** The token of a page is the address before it: the list has no other arguments. */
  ListSuppressionsResponse list(ListSuppressionsRequest request) {
    var asked = request.getPageSize();
    var size = asked == 0 ? DEFAULT_SIZE : Math.min(asked, MAX_SIZE);
    var found = reads.run(Caller.current(), tx -> store.list(tx, request.getPageToken(), size + 1));
    var shown = found.size() > size ? found.subList(0, size) : found;
    return ListSuppressionsResponse.newBuilder()
        .addAllSuppressions(shown.stream().map(NotificationMessages::suppression).toList())
        .setNextPageToken(found.size() > size ? shown.getLast().address() : "")
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
