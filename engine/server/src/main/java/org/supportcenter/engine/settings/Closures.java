package org.supportcenter.engine.settings;

import com.google.protobuf.Empty;
import java.util.UUID;
import org.supportcenter.domain.settings.ClosedDays;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Dates;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.ResourceCalls;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.store.settings.ClosureStore;
import org.supportcenter.v1.Closure;
import org.supportcenter.v1.CreateClosureRequest;
import org.supportcenter.v1.DeleteClosureRequest;
import org.supportcenter.v1.GetClosureRequest;
import org.supportcenter.v1.ListClosuresRequest;
import org.supportcenter.v1.ListClosuresResponse;
import org.supportcenter.v1.UpdateClosureRequest;

/** Days on which the whole tenant is closed. */
final class Closures {

  private final Reads reads;
  private final ClosureStore store = new ClosureStore();
  private final ResourceCalls<UUID, ClosedDays, Closure> calls;

  Closures(Reads reads, Writes writes) {
    this.reads = reads;
    this.calls =
        new ResourceCalls<>(reads, writes, store, Closure.parser(), ClosureMessages::message);
  }

  Closure create(CreateClosureRequest request) {
    var days = ClosureMessages.days(request.getClosure());
    var id = UUID.randomUUID();
    return calls.create(request, id, tx -> store.create(tx, id, days));
  }

  Closure get(GetClosureRequest request) {
    return calls.get(Names.CLOSURE.id(request.getName(), "name"), request.getName());
  }

  ListClosuresResponse list(ListClosuresRequest request) {
    var caller = Caller.current();
    var query = Pages.query(request, caller);
    var from = Dates.optional(request.getStartDate(), "startDate");
    var until = Dates.optional(request.getEndDate(), "endDate");
    var page = reads.run(caller, tx -> store.list(tx, from, until, query));
    return ListClosuresResponse.newBuilder()
        .addAllClosures(page.map(ClosureMessages::message).entries())
        .setNextPageToken(page.nextToken())
        .build();
  }

  Closure update(UpdateClosureRequest request) {
    var update = request.getClosure();
    var id = Names.CLOSURE.id(update.getName(), "closure.name");
    return calls.update(request, id, update, ClosureMessages::edited);
  }

  Empty delete(DeleteClosureRequest request) {
    var id = Names.CLOSURE.id(request.getName(), "name");
    return calls.delete(request, id);
  }
}
