package org.supportcenter.engine.technician;

import com.google.protobuf.Empty;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.technician.Absence;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.ResourceCalls;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.technician.TimeOffKey;
import org.supportcenter.store.technician.TimeOffStore;
import org.supportcenter.v1.CreateTimeOffRequest;
import org.supportcenter.v1.DeleteTimeOffRequest;
import org.supportcenter.v1.GetTimeOffRequest;
import org.supportcenter.v1.ListTimeOffRequest;
import org.supportcenter.v1.ListTimeOffResponse;
import org.supportcenter.v1.TimeOff;
import org.supportcenter.v1.UpdateTimeOffRequest;

/** The time off of technicians. */
final class TimesOff {

  private final Reads reads;
  private final Technicians technicians;
  private final TimeOffStore store = new TimeOffStore();
  private final ResourceCalls<TimeOffKey, Absence, TimeOff> calls;

  TimesOff(Reads reads, Writes writes, Technicians technicians) {
    this.reads = reads;
    this.technicians = technicians;
    this.calls =
        new ResourceCalls<>(
            reads,
            writes,
            store,
            TimeOff.parser(),
            TimeOffMessages::message,
            (caller, key) -> Technicians.settled(caller, key.technician()));
  }

  TimeOff create(CreateTimeOffRequest request) {
    var technician = Names.TECHNICIAN.id(request.getParent(), "parent");
    var absence = TimeOffMessages.absence(request.getTimeOff());
    var key = new TimeOffKey(technician, UUID.randomUUID());
    return calls.create(
        request,
        key,
        tx -> {
          technicians.mustStay(tx, technician);
          return store.create(tx, key, absence);
        });
  }

  TimeOff get(GetTimeOffRequest request) {
    var key = TimeOffMessages.key(request.getName(), "name");
    Technicians.hideFromOthers(Caller.current(), key.technician(), request.getName());
    return calls.get(key, request.getName());
  }

  ListTimeOffResponse list(ListTimeOffRequest request) {
    var caller = Caller.current();
    var technician = Names.TECHNICIAN.id(request.getParent(), "parent");
    Technicians.hideFromOthers(caller, technician, request.getParent());
    var query = Pages.query(request, caller);
    var from = optional(request.hasStartTime(), request.getStartTime(), "startTime");
    var until = optional(request.hasEndTime(), request.getEndTime(), "endTime");
    var page =
        reads.run(
            caller,
            tx ->
                technicians.pageOf(tx, technician, store.list(tx, technician, from, until, query)));
    return ListTimeOffResponse.newBuilder()
        .addAllTimeOff(page.map(TimeOffMessages::message).entries())
        .setNextPageToken(page.nextToken())
        .build();
  }

  TimeOff update(UpdateTimeOffRequest request) {
    var update = request.getTimeOff();
    var key = TimeOffMessages.key(update.getName(), "timeOff.name");
    return calls.update(request, key, update, TimeOffMessages::edited);
  }

  Empty delete(DeleteTimeOffRequest request) {
    var key = TimeOffMessages.key(request.getName(), "name");
    return calls.delete(request, key);
  }

  private static @Nullable Instant optional(boolean present, Timestamp time, String field) {
    return present ? Times.instant(time, field) : null;
  }
}
