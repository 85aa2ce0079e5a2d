package org.supportcenter.engine.settings;

import com.google.protobuf.Empty;
import java.util.UUID;
import org.supportcenter.domain.settings.ServiceTypeDefinition;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.ResourceCalls;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.store.settings.ServiceTypeStore;
import org.supportcenter.v1.CreateServiceTypeRequest;
import org.supportcenter.v1.DeleteServiceTypeRequest;
import org.supportcenter.v1.GetServiceTypeRequest;
import org.supportcenter.v1.ListServiceTypesRequest;
import org.supportcenter.v1.ListServiceTypesResponse;
import org.supportcenter.v1.ServiceType;
import org.supportcenter.v1.UpdateServiceTypeRequest;

/** Named kinds of visit. */
final class ServiceTypes {

  private final Reads reads;
  private final ServiceTypeStore store = new ServiceTypeStore();
  private final ResourceCalls<UUID, ServiceTypeDefinition, ServiceType> calls;

  ServiceTypes(Reads reads, Writes writes) {
    this.reads = reads;
    this.calls =
        new ResourceCalls<>(
            reads, writes, store, ServiceType.parser(), ServiceTypeMessages::message);
  }

  ServiceType create(CreateServiceTypeRequest request) {
    var definition = ServiceTypeMessages.definition(request.getServiceType());
    var id = UUID.randomUUID();
    return calls.create(request, id, tx -> store.create(tx, id, definition));
  }

  ServiceType get(GetServiceTypeRequest request) {
    return calls.get(Names.SERVICE_TYPE.id(request.getName(), "name"), request.getName());
  }

  ListServiceTypesResponse list(ListServiceTypesRequest request) {
    var caller = Caller.current();
    var query = Pages.query(request, caller);
    var page = reads.run(caller, tx -> store.list(tx, query));
    return ListServiceTypesResponse.newBuilder()
        .addAllServiceTypes(page.map(ServiceTypeMessages::message).entries())
        .setNextPageToken(page.nextToken())
        .build();
  }

  ServiceType update(UpdateServiceTypeRequest request) {
    var update = request.getServiceType();
    var id = Names.SERVICE_TYPE.id(update.getName(), "serviceType.name");
    return calls.update(request, id, update, ServiceTypeMessages::edited);
  }

  Empty delete(DeleteServiceTypeRequest request) {
    var id = Names.SERVICE_TYPE.id(request.getName(), "name");
    return calls.delete(request, id);
  }
}
