package org.supportcenter.engine.technician;

import com.google.protobuf.Empty;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.engine.wire.UpdateMask;
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
  private final Writes writes;
  private final Technicians technicians;
  private final TimeOffStore store = new TimeOffStore();

  TimesOff(Reads reads, Writes writes, Technicians technicians) {
    this.reads = reads;
    this.writes = writes;
    this.technicians = technicians;
  }

  TimeOff create(CreateTimeOffRequest request) {
    var caller = Caller.current();
    var technician = Names.TECHNICIAN.id(request.getParent(), "parent");
    var absence = TimeOffMessages.absence(request.getTimeOff());
    return writes.run(
        caller,
        request,
        Technicians.settled(caller, technician),
        TimeOff.parser(),
        tx -> {
          technicians.mustStay(tx, technician);
          return TimeOffMessages.message(
              store.create(tx, new TimeOffKey(technician, UUID.randomUUID()), absence));
        });
  }

  TimeOff get(GetTimeOffRequest request) {
    var caller = Caller.current();
    var key = TimeOffMessages.key(request.getName(), "name");
    Technicians.hideFromOthers(caller, key.technician(), request.getName());
    var name = request.getName();
    return TimeOffMessages.message(
        reads.run(caller, tx -> Resources.found(store.find(tx, key), name)));
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
            tx -> {
              var found = store.list(tx, technician, from, until, query);
              if (found.entries().isEmpty()) {
                technicians.mustExist(tx, technician);
              }
              return found;
            });
    return ListTimeOffResponse.newBuilder()
        .addAllTimeOff(page.map(TimeOffMessages::message).entries())
        .setNextPageToken(page.nextToken())
        .build();
  }

  TimeOff update(UpdateTimeOffRequest request) {
    var caller = Caller.current();
    var update = request.getTimeOff();
    var key = TimeOffMessages.key(update.getName(), "timeOff.name");
    var mask = UpdateMask.of(request.getUpdateMask(), update);
    return writes.run(
        caller,
        request,
        Technicians.settled(caller, key.technician()),
        TimeOff.parser(),
        tx ->
            TimeOffMessages.message(
                Resources.edit(
                    tx,
                    store,
                    key,
                    update.getName(),
                    update.getEtag(),
                    stored -> TimeOffMessages.edited(stored, mask, update))));
  }

  Empty delete(DeleteTimeOffRequest request) {
    var caller = Caller.current();
    var key = TimeOffMessages.key(request.getName(), "name");
    return writes.run(
        caller,
        request,
        Technicians.settled(caller, key.technician()),
        Empty.parser(),
        tx -> Resources.delete(tx, store, key, request.getName(), request.getEtag()));
  }

  private static @Nullable Instant optional(boolean present, Timestamp time, String field) {
    return present ? Times.instant(time, field) : null;
  }
}
