package org.supportcenter.engine.customer;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import java.time.InstantSource;
import java.util.UUID;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Unary;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.ResourceCalls;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.store.customer.CustomerStore;
import org.supportcenter.v1.CreateCustomerRequest;
import org.supportcenter.v1.Customer;
import org.supportcenter.v1.CustomerServiceGrpc.CustomerServiceImplBase;
import org.supportcenter.v1.DeleteCustomerRequest;
import org.supportcenter.v1.GetCustomerRequest;
import org.supportcenter.v1.ListCustomersRequest;
import org.supportcenter.v1.ListCustomersResponse;
import org.supportcenter.v1.UpdateCustomerRequest;

/** Who is visited. */
public final class CustomerService extends CustomerServiceImplBase {

  private final Reads reads;
  private final InstantSource clock;
  private final CustomerStore customers = new CustomerStore();
  private final ResourceCalls<UUID, org.supportcenter.domain.customer.Customer, Customer> calls;

  /** Stamps customers by the clock. */
  public CustomerService(Reads reads, Writes writes, InstantSource clock) {
    this.reads = reads;
    this.clock = clock;
    this.calls =
        new ResourceCalls<>(reads, writes, customers, Customer.parser(), CustomerMessages::message);
  }

  @Override
  public void createCustomer(CreateCustomerRequest request, StreamObserver<Customer> observer) {
    Unary.answer(observer, () -> create(request));
  }

  @Override
  public void getCustomer(GetCustomerRequest request, StreamObserver<Customer> observer) {
    Unary.answer(observer, () -> get(request));
  }

  @Override
  public void listCustomers(
      ListCustomersRequest request, StreamObserver<ListCustomersResponse> observer) {
    Unary.answer(observer, () -> list(request));
  }

  @Override
  public void updateCustomer(UpdateCustomerRequest request, StreamObserver<Customer> observer) {
    Unary.answer(observer, () -> update(request));
  }

  @Override
  public void deleteCustomer(DeleteCustomerRequest request, StreamObserver<Empty> observer) {
    Unary.answer(observer, () -> delete(request));
  }

  private Customer create(CreateCustomerRequest request) {
    var customer = CustomerMessages.created(request.getCustomer(), clock.instant());
    var id = UUID.randomUUID();
    return calls.create(request, id, tx -> customers.create(tx, id, customer));
  }

  private Customer get(GetCustomerRequest request) {
    var caller = Caller.current();
    var id = Names.CUSTOMER.id(request.getName(), "name");
    var name = request.getName();
    return CustomerMessages.message(
        reads.run(
            caller, tx -> Resources.found(customers.find(tx, id, caller.technician()), name)));
  }

  private ListCustomersResponse list(ListCustomersRequest request) {
    var caller = Caller.current();
    var query = Pages.query(request, caller);
    var filter =
        new CustomerStore.Filter(request.getQuery(), request.getEmail(), caller.technician());
    var page = reads.run(caller, tx -> customers.list(tx, filter, query));
    return ListCustomersResponse.newBuilder()
        .addAllCustomers(page.map(CustomerMessages::message).entries())
        .setNextPageToken(page.nextToken())
        .build();
  }

  private Customer update(UpdateCustomerRequest request) {
    var update = request.getCustomer();
    var id = Names.CUSTOMER.id(update.getName(), "customer.name");
    return calls.update(
        request,
        id,
        update,
        (stored, mask, changed) -> CustomerMessages.edited(stored, mask, changed, clock.instant()));
  }

  private Empty delete(DeleteCustomerRequest request) {
    var id = Names.CUSTOMER.id(request.getName(), "name");
    return calls.delete(request, id);
  }
}
