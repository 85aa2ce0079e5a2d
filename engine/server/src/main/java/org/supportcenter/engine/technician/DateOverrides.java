package org.supportcenter.engine.technician;

import com.google.protobuf.Empty;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.technician.DayHours;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Dates;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.ResourceCalls;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
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
  private final Technicians technicians;
  private final DateOverrideStore store = new DateOverrideStore();
  private final ResourceCalls<DateOverrideKey, DayHours, DateOverride> calls;

  DateOverrides(Reads reads, Writes writes, Technicians technicians) {
    this.reads = reads;
    this.technicians = technicians;
    this.calls =
        new ResourceCalls<>(
            reads,
            writes,
            store,
            DateOverride.parser(),
            DateOverrideMessages::message,
            (caller, key) -> Technicians.settled(caller, key.technician()));
  }

  DateOverride create(CreateDateOverrideRequest request) {
    var technician = Names.TECHNICIAN.id(request.getParent(), "parent");
    var message = request.getDateOverride();
    var key = new DateOverrideKey(technician, Dates.date(message.getDate(), "dateOverride.date"));
    return calls.create(
        request,
        key,
        tx -> {
          technicians.mustStay(tx, technician);
          var created = store.createIfAbsent(tx, key, DateOverrideMessages.hours(message));
          if (created == null) {
            throw new Refusal.AlreadyExists(DateOverrideMessages.name(key)).asException();
          }
          return created;
        });
  }

  DateOverride get(GetDateOverrideRequest request) {
    var key = DateOverrideMessages.key(request.getName(), "name");
    Technicians.hideFromOthers(Caller.current(), key.technician(), request.getName());
    return calls.get(key, request.getName());
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
            tx ->
                technicians.pageOf(tx, technician, store.list(tx, technician, from, until, query)));
    return ListDateOverridesResponse.newBuilder()
        .addAllDateOverrides(page.map(DateOverrideMessages::message).entries())
        .setNextPageToken(page.nextToken())
        .build();
  }

  DateOverride update(UpdateDateOverrideRequest request) {
    var update = request.getDateOverride();
    var key = DateOverrideMessages.key(update.getName(), "dateOverride.name");
    if (!update.getDate().isEmpty() && !update.getDate().equals(key.date().toString())) {
      throw new Refusal.FieldsInvalid(
              "dateOverride.date", "must be the one in the name, or be left out")
          .asException();
    }
    return calls.update(request, key, update, DateOverrideMessages::edited);
  }

  Empty delete(DeleteDateOverrideRequest request) {
    var key = DateOverrideMessages.key(request.getName(), "name");
    return calls.delete(request, key);
  }
}
