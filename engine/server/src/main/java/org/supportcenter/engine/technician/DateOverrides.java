package org.supportcenter.engine.technician;

import com.google.protobuf.Empty;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Dates;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.technician.DateOverrideKey;
import org.supportcenter.store.technician.DateOverrideStore;
import org.supportcenter.v1.CreateDateOverrideRequest;
import org.supportcenter.v1.DateOverride;
import org.supportcenter.v1.DeleteDateOverrideRequest;
import org.supportcenter.v1.GetDateOverrideRequest;
import org.supportcenter.v1.ListDateOverridesRequest;
import org.supportcenter.v1.ListDateOverridesResponse;
import org.supportcenter.v1.UpdateDateOverrideRequest;

/** The hours of single dates that replace a technician's weekly ones; the date is the id. */
final class DateOverrides {

  private final Reads reads;
  private final Writes writes;
  private final Technicians technicians;
  private final DateOverrideStore store = new DateOverrideStore();

  DateOverrides(Reads reads, Writes writes, Technicians technicians) {
    this.reads = reads;
    this.writes = writes;
    this.technicians = technicians;
  }

  DateOverride create(CreateDateOverrideRequest request) {
    var caller = Caller.current();
    var technician = Names.TECHNICIAN.id(request.getParent(), "parent");
    var message = request.getDateOverride();
    var key = new DateOverrideKey(technician, Dates.date(message.getDate(), "dateOverride.date"));
    return writes.run(
        caller,
        request,
        Technicians.settled(caller, technician),
        DateOverride.parser(),
        tx -> {
          technicians.mustStay(tx, technician);
          var created = store.createIfAbsent(tx, key, DateOverrideMessages.hours(message));
          if (created == null) {
            throw new Refusal.AlreadyExists(DateOverrideMessages.name(key)).asException();
          }
          return DateOverrideMessages.message(created);
        });
  }

  DateOverride get(GetDateOverrideRequest request) {
    var caller = Caller.current();
    var key = DateOverrideMessages.key(request.getName(), "name");
    Technicians.hideFromOthers(caller, key.technician(), request.getName());
    var name = request.getName();
    return DateOverrideMessages.message(
        reads.run(caller, tx -> Resources.found(store.find(tx, key), name)));
  }

  ListDateOverridesResponse list(ListDateOverridesRequest request) {
    var caller = Caller.current();
    var technician = Names.TECHNICIAN.id(request.getParent(), "parent");
    Technicians.hideFromOthers(caller, technician, request.getParent());
    var query = Pages.query(request, caller);
    var from = Dates.optional(request.getStartDate(), "startDate");
    var until = Dates.optional(request.getEndDate(), "endDate");
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
    return ListDateOverridesResponse.newBuilder()
        .addAllDateOverrides(page.map(DateOverrideMessages::message).entries())
        .setNextPageToken(page.nextToken())
        .build();
  }

  DateOverride update(UpdateDateOverrideRequest request) {
    var caller = Caller.current();
    var update = request.getDateOverride();
    var key = DateOverrideMessages.key(update.getName(), "dateOverride.name");
    var mask = UpdateMask.of(request.getUpdateMask(), update);
    return writes.run(
        caller,
        request,
        Technicians.settled(caller, key.technician()),
        DateOverride.parser(),
        tx ->
            DateOverrideMessages.message(
                Resources.edit(
                    tx,
                    store,
                    key,
                    update.getName(),
                    update.getEtag(),
                    stored -> DateOverrideMessages.edited(stored, mask, update))));
  }

  Empty delete(DeleteDateOverrideRequest request) {
    var caller = Caller.current();
    var key = DateOverrideMessages.key(request.getName(), "name");
    return writes.run(
        caller,
        request,
        Technicians.settled(caller, key.technician()),
        Empty.parser(),
        tx -> Resources.delete(tx, store, key, request.getName(), request.getEtag()));
  }
}
