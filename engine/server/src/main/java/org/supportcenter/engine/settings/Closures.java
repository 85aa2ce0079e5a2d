package org.supportcenter.engine.settings;

import com.google.protobuf.Empty;
import java.util.UUID;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Dates;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.engine.wire.UpdateMask;
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
  private final Writes writes;
  private final ClosureStore store = new ClosureStore();

  Closures(Reads reads, Writes writes) {
    this.reads = reads;
    this.writes = writes;
  }

  Closure create(CreateClosureRequest request) {
    var days = ClosureMessages.days(request.getClosure());
    return writes.run(
        Caller.current(),
        request,
        Closure.parser(),
        tx -> ClosureMessages.message(store.create(tx, UUID.randomUUID(), days)));
  }

  Closure get(GetClosureRequest request) {
    var id = Names.CLOSURE.id(request.getName(), "name");
    var name = request.getName();
    return ClosureMessages.message(
        reads.run(Caller.current(), tx -> Resources.found(store.find(tx, id), name)));
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
    var mask = UpdateMask.of(request.getUpdateMask(), update);
    return writes.run(
        Caller.current(),
        request,
        Closure.parser(),
        tx ->
            ClosureMessages.message(
                Resources.edit(
                    tx,
                    store,
                    id,
                    update.getName(),
                    update.getEtag(),
                    stored -> ClosureMessages.edited(stored, mask, update))));
  }

  Empty delete(DeleteClosureRequest request) {
    var id = Names.CLOSURE.id(request.getName(), "name");
    return writes.run(
        Caller.current(),
        request,
        Empty.parser(),
        tx -> Resources.delete(tx, store, id, request.getName(), request.getEtag()));
  }
}
