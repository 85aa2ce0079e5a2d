package org.supportcenter.engine.technician;

import com.google.protobuf.Empty;
import java.time.InstantSource;
import java.util.UUID;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.ResourceCalls;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.store.Locks;
import org.supportcenter.store.Tx;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.technician.TechnicianStore;
import org.supportcenter.v1.CreateTechnicianRequest;
import org.supportcenter.v1.DeleteTechnicianRequest;
import org.supportcenter.v1.GetTechnicianRequest;
import org.supportcenter.v1.ListTechniciansRequest;
import org.supportcenter.v1.ListTechniciansResponse;
import org.supportcenter.v1.Technician;
import org.supportcenter.v1.UpdateTechnicianRequest;

/** The technicians themselves. */
final class Technicians {

  private final Reads reads;
  private final InstantSource clock;
  private final TechnicianStore store = new TechnicianStore();
  private final ResourceCalls<UUID, org.supportcenter.domain.technician.Technician, Technician>
      calls;

  Technicians(Reads reads, Writes writes, InstantSource clock) {
    this.reads = reads;
    this.clock = clock;
    this.calls =
        new ResourceCalls<>(
            reads,
            writes,
            store,
            Technician.parser(),
            TechnicianMessages::message,
            Technicians::settled);
  }

  /**
   * Hides other technicians, and what belongs to them, from a technician's own credential.
   *
   * @param name of the resource asked for
   */
  static void hideFromOthers(Caller caller, UUID technician, String name) {
    if (caller.technician() != null && !caller.technician().equals(technician)) {
      throw new Refusal.NotFound(name).asException();
    }
  }

  /**
   * Waits for the bookings of a technician that are under way, and lets later ones wait: what is
   * entered under this lock about their time was judged by none of the former and is by all of the
   * latter.
   */
  static Locks settled(Caller caller, UUID technician) {
    return Locks.of(caller.tenant()).technician(technician);
  }

  /** Refuses when there is no such technician. */
  void mustExist(Tx tx, UUID technician) {
    Resources.found(store.find(tx, technician), Names.TECHNICIAN.of(technician));
  }

  /** Refuses when there is no such technician, and keeps it there until the transaction ends. */
  void mustStay(Tx tx, UUID technician) {
    if (!store.keep(tx, technician)) {
      throw new Refusal.NotFound(Names.TECHNICIAN.of(technician)).asException();
    }
  }

  /**
   * A page of what belongs to a technician; refuses when it is empty because there is no such
   * technician.
   */
  <T> Page<T> pageOf(Tx tx, UUID technician, Page<T> found) {
    if (found.entries().isEmpty()) {
      mustExist(tx, technician);
    }
    return found;
  }

  Technician create(CreateTechnicianRequest request) {
    var technician = TechnicianMessages.created(request.getTechnician(), clock.instant());
    var id = UUID.randomUUID();
    return calls.create(request, id, tx -> store.create(tx, id, technician));
  }

  Technician get(GetTechnicianRequest request) {
    var id = Names.TECHNICIAN.id(request.getName(), "name");
    hideFromOthers(Caller.current(), id, request.getName());
    return calls.get(id, request.getName());
  }

  ListTechniciansResponse list(ListTechniciansRequest request) {
    var caller = Caller.current();
    var query = Pages.query(request, caller);
    var filter =
        new TechnicianStore.Filter(
            request.getQuery(),
            request.hasActive() ? request.getActive() : null,
            request.getSkill(),
            caller.technician());
    var page = reads.run(caller, tx -> store.list(tx, filter, query));
    return ListTechniciansResponse.newBuilder()
        .addAllTechnicians(page.map(TechnicianMessages::message).entries())
        .setNextPageToken(page.nextToken())
        .build();
  }

  Technician update(UpdateTechnicianRequest request) {
    var update = request.getTechnician();
    var id = Names.TECHNICIAN.id(update.getName(), "technician.name");
    return calls.update(
        request,
        id,
        update,
        (stored, mask, changed) ->
            TechnicianMessages.edited(stored, mask, changed, clock.instant()));
  }

  Empty delete(DeleteTechnicianRequest request) {
    var id = Names.TECHNICIAN.id(request.getName(), "name");
    return calls.delete(request, id);
  }
}
