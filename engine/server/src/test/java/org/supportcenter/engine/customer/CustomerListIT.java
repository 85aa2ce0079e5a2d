package org.supportcenter.engine.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.reason;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.engine.testing.Paging;
import org.supportcenter.engine.testing.SeededVisits;
import org.supportcenter.testkit.SeededKey;
import org.supportcenter.v1.CreateCustomerRequest;
import org.supportcenter.v1.Customer;
import org.supportcenter.v1.CustomerServiceGrpc;
import org.supportcenter.v1.CustomerServiceGrpc.CustomerServiceBlockingStub;
import org.supportcenter.v1.GetCustomerRequest;
import org.supportcenter.v1.ListCustomersRequest;

class CustomerListIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private CustomerServiceBlockingStub customers;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    customers = as(engine.seeds().key(tenant, Role.MANAGER));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000, 5000})
  void everyPageSizeYieldsEachCustomerOnceInOrder(int size) {
    IntStream.range(0, 7).forEach(i -> create("Same name", "", ""));
    create("Other name", "", "");

    var names =
        Paging.all(
            size,
            (pageSize, token) ->
                page(ListCustomersRequest.newBuilder().setPageSize(pageSize).setPageToken(token)));

    assertThat(names).hasSize(8).doesNotHaveDuplicates().first().isEqualTo("Other name");
  }

  @Test
  void ordersAreByTheFieldsNamed() {
    create("b", "", "");
    create("a", "", "");

    assertThat(list(ListCustomersRequest.newBuilder())).containsExactly("a", "b");
    assertThat(list(ListCustomersRequest.newBuilder().setOrderBy("display_name desc")))
        .containsExactly("b", "a");
    assertThat(list(ListCustomersRequest.newBuilder().setOrderBy("createTime, displayName")))
        .containsExactly("a", "b");
    assertThat(reason(() -> list(ListCustomersRequest.newBuilder().setOrderBy("phone"))))
        .isEqualTo("FILTER_INVALID");
  }

  @Test
  void allWordsMustOccurAndStandForThemselves() {
    create("Anna Müller", "anna@example.org", "");
    create("Anna Schmidt", "anna.s@example.org", "030 55");
    create("100% Rabatt_GmbH", "", "");

    assertThat(found("ANNA")).containsExactly("Anna Müller", "Anna Schmidt");
    assertThat(found("anna  müller")).containsExactly("Anna Müller");
    assertThat(found("MÜLLER")).containsExactly("Anna Müller");
    assertThat(found("55 schmidt")).containsExactly("Anna Schmidt");
    assertThat(found("0% t_g")).containsExactly("100% Rabatt_GmbH");
    assertThat(found("a%a")).isEmpty();
    assertThat(found("' OR true --")).isEmpty();
  }

  @Test
  void aMailAddressIsFoundExactly() {
    create("Anna", "anna@example.org", "");
    create("Other", "joanna@example.org", "");

    assertThat(list(ListCustomersRequest.newBuilder().setEmail("anna@example.org")))
        .containsExactly("Anna");
    assertThat(list(ListCustomersRequest.newBuilder().setEmail("ANNA@example.org"))).isEmpty();
  }

  @Test
  void aTokenIsGoodForTheSameArgumentsOnly() {
    create("a", "", "");
    create("b", "", "");
    var first = customers.listCustomers(ListCustomersRequest.newBuilder().setPageSize(1).build());
    var token = first.getNextPageToken();

    assertThat(
            reason(() -> list(ListCustomersRequest.newBuilder().setQuery("b").setPageToken(token))))
        .isEqualTo("PAGE_TOKEN_INVALID");
    assertThat(reason(() -> list(ListCustomersRequest.newBuilder().setPageToken("x" + token))))
        .isEqualTo("PAGE_TOKEN_INVALID");
    assertThat(reason(() -> list(ListCustomersRequest.newBuilder().setPageSize(-1))))
        .isEqualTo("FIELD_INVALID");
  }

  @Test
  void aTechnicianSeesTheCustomersOfOwnVisitsAndTickets() {
    var seeds = engine.seeds();
    var visits = new SeededVisits(seeds, tenant);
    var technician = seeds.technician(tenant, "Europe/Berlin");
    var colleague = seeds.technician(tenant, "Europe/Berlin");
    var visited = seeds.customer(tenant);
    var helped = seeds.customer(tenant);
    var others = seeds.customer(tenant);
    visits.visit(technician, visited, visits.ticket(visited));
    visits.visit(colleague, others, visits.ticket(others));
    var ticket = visits.ticket(helped);
    seeds.execute(tenant, "UPDATE ticket SET assignee_id = ? WHERE id = ?", technician, ticket);
    var own = as(seeds.technicianKey(tenant, technician));

    var seen = own.listCustomers(ListCustomersRequest.getDefaultInstance()).getCustomersList();

    assertThat(seen)
        .extracting(Customer::getName)
        .containsExactlyInAnyOrder("customers/" + visited, "customers/" + helped);
    assertThat(own.getCustomer(get(visited)).getName()).isEqualTo("customers/" + visited);
    assertThat(reason(() -> own.getCustomer(get(others)))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> own.createCustomer(CreateCustomerRequest.getDefaultInstance())))
        .isEqualTo("NOT_ALLOWED");
  }

  @Test
  void anotherTenantsCustomersAreNotListed() {
    engine.seeds().customer(engine.seeds().tenant());

    assertThat(list(ListCustomersRequest.newBuilder())).isEmpty();
  }

  private static CustomerServiceBlockingStub as(SeededKey key) {
    return CustomerServiceGrpc.newBlockingStub(engine.as(key));
  }

  private void create(String name, String email, String phone) {
    var customer = Customer.newBuilder().setDisplayName(name).setEmail(email).setPhone(phone);
    customers.createCustomer(CreateCustomerRequest.newBuilder().setCustomer(customer).build());
  }

  private static GetCustomerRequest get(UUID id) {
    return GetCustomerRequest.newBuilder().setName("customers/" + id).build();
  }

  private List<String> found(String query) {
    return list(ListCustomersRequest.newBuilder().setQuery(query));
  }

  private List<String> list(ListCustomersRequest.Builder request) {
    return customers.listCustomers(request.build()).getCustomersList().stream()
        .map(Customer::getDisplayName)
        .toList();
  }

  private Paging.Page<String> page(ListCustomersRequest.Builder request) {
    var response = customers.listCustomers(request.build());
    return new Paging.Page<>(
        response.getCustomersList().stream()
            .map(
                customer ->
                    customer.getDisplayName().equals("Same name")
                        ? customer.getName()
                        : customer.getDisplayName())
            .toList(),
        response.getNextPageToken());
  }
}
