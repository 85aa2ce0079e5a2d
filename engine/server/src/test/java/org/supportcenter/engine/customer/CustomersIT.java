package org.supportcenter.engine.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.error;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import com.google.protobuf.FieldMask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.engine.testing.SeededVisits;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.CreateAppointmentRequest;
import org.supportcenter.v1.CreateCustomerRequest;
import org.supportcenter.v1.Customer;
import org.supportcenter.v1.CustomerServiceGrpc;
import org.supportcenter.v1.CustomerServiceGrpc.CustomerServiceBlockingStub;
import org.supportcenter.v1.DeleteCustomerRequest;
import org.supportcenter.v1.GetCustomerRequest;
import org.supportcenter.v1.UpdateCustomerRequest;

class CustomersIT {

  private static final Customer WHOLE =
      Customer.newBuilder()
          .setDisplayName("Zoë O'Brien <b>\"; DROP TABLE customer; --")
          .setEmail("zoe@example.org")
          .setPhone("+49 30 1234 % _ \\")
          .setAddress("<script>alert(1)</script>\n2nd floor")
          .setTimeZone("America/St_Johns")
          .setLanguage("de-AT")
          .setRemindersOptOut(true)
          .build();

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private CustomerServiceBlockingStub customers;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    customers =
        CustomerServiceGrpc.newBlockingStub(engine.as(engine.seeds().key(tenant, Role.MANAGER)));
  }

  @Test
  void whatWasEnteredComesBackUnchanged() {
    var created = create(WHOLE);

    assertThat(entered(created)).isEqualTo(WHOLE);
    assertThat(created.getEtag()).isEqualTo("\"1\"");
    assertThat(created.getCreateTime()).isEqualTo(created.getUpdateTime());
    assertThat(get(created.getName())).isEqualTo(created);
  }

  @Test
  void everythingThatWasEnteredCanBeChanged() {
    var created = create(Customer.newBuilder().setDisplayName("Nobody").build());
    engine.clock().advance(Duration.ofMinutes(1));

    var changed = update(WHOLE.toBuilder().setName(created.getName()).build());

    assertThat(entered(changed)).isEqualTo(WHOLE);
    assertThat(changed.getEtag()).isEqualTo("\"2\"");
    assertThat(changed.getUpdateTime().getSeconds())
        .isEqualTo(created.getUpdateTime().getSeconds() + 60);
    assertThat(get(created.getName())).isEqualTo(changed);
  }

  @Test
  void aFieldInTheMaskThatIsAbsentIsCleared() {
    var created = create(WHOLE);

    var changed =
        update(
            Customer.newBuilder().setName(created.getName()).setPhone("new").build(),
            "time_zone",
            "language",
            "email",
            "remindersOptOut");

    assertThat(entered(changed))
        .isEqualTo(
            WHOLE.toBuilder()
                .clearTimeZone()
                .clearLanguage()
                .clearEmail()
                .clearRemindersOptOut()
                .build());
    assertThat(get(created.getName())).isEqualTo(changed);
  }

  @Test
  void anUpdateThatChangesNothingKeepsTheVersion() {
    var created = create(WHOLE);

    assertThat(update(created)).isEqualTo(created);
  }

  @Test
  void aNameIsNeeded() {
    var created = create(WHOLE);
    var blank = Customer.newBuilder().setDisplayName(" \u2003 ");
    var cleared = Customer.newBuilder().setName(created.getName()).build();

    assertThat(invalidField(() -> create(Customer.getDefaultInstance())))
        .isEqualTo("customer.displayName");
    assertThat(invalidField(() -> create(blank.build()))).isEqualTo("customer.displayName");
    assertThat(invalidField(() -> update(cleared, "display_name")))
        .isEqualTo("customer.displayName");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+02:00", "Berlin", "europe/berlin", "UTC+3", "Mars/Olympus"})
  void onlyZonesOfTheTzDatabaseAreTaken(String zone) {
    var customer = WHOLE.toBuilder().setTimeZone(zone).build();

    assertThat(reason(() -> create(customer))).isEqualTo("TIME_ZONE_UNKNOWN");
  }

  @Test
  void forZonesOfOldAnotherOneIsNamed() {
    var refused = error(() -> create(WHOLE.toBuilder().setTimeZone("EST").build()));

    assertThat(refused.getStatus().getDescription())
        .contains("instead of \"EST\" use \"America/New_York\", or \"America/Panama\"");
  }

  @Test
  void charactersThatNoTextHoldsAreRefusedWithTheirField() {
    assertThat(invalidField(() -> create(WHOLE.toBuilder().setAddress("a\0b").build())))
        .isEqualTo("customer.address");
    assertThat(invalidField(() -> create(WHOLE.toBuilder().setDisplayName("a\nb").build())))
        .isEqualTo("customer.displayName");
    assertThat(invalidField(() -> create(WHOLE.toBuilder().setDisplayName("a\u0085b").build())))
        .as("the control characters above ASCII, too")
        .isEqualTo("customer.displayName");
    assertThat(invalidField(() -> create(WHOLE.toBuilder().setEmail("nobody").build())))
        .isEqualTo("customer.email");
  }

  @Test
  void outputFieldsCannotBeInTheMask() {
    var created = create(WHOLE);

    var output = error(() -> update(created, "create_time"));
    assertThat(EngineExtension.info(output).getReason()).isEqualTo("UPDATE_MASK_INVALID");
    assertThat(output.getStatus().getDescription()).contains("createTime");
    assertThat(reason(() -> update(created, "name"))).isEqualTo("UPDATE_MASK_INVALID");
    assertThat(reason(() -> update(created, "nickname"))).isEqualTo("UPDATE_MASK_INVALID");
  }

  @Test
  void aStaleEtagChangesNothing() {
    var created = create(WHOLE);
    var changed = update(created.toBuilder().setPhone("1").build());
    var stale = created.toBuilder().setPhone("2").build();
    var deletion =
        DeleteCustomerRequest.newBuilder().setName(created.getName()).setEtag(created.getEtag());

    assertThat(reason(() -> update(stale))).isEqualTo("ETAG_MISMATCH");
    assertThat(reason(() -> customers.deleteCustomer(deletion.build()))).isEqualTo("ETAG_MISMATCH");
    assertThat(get(created.getName())).isEqualTo(changed);
  }

  @Test
  void aRetryGetsTheFirstAnswerAndStoresNothingMore() {
    var request =
        CreateCustomerRequest.newBuilder()
            .setCustomer(WHOLE)
            .setRequestId(UUID.randomUUID().toString())
            .build();
    var other = request.toBuilder().setCustomer(WHOLE.toBuilder().setPhone("9")).build();

    var first = customers.createCustomer(request);

    assertThat(customers.createCustomer(request)).isEqualTo(first);
    assertThat(reason(() -> customers.createCustomer(other))).isEqualTo("REQUEST_ID_REUSED");
    assertThat(engine.seeds().count(tenant, "customer")).isEqualTo(1);
  }

  @Test
  void aDryRunStoresNothing() {
    var dry = CreateCustomerRequest.newBuilder().setCustomer(WHOLE).setValidateOnly(true);

    assertThat(entered(customers.createCustomer(dry.build()))).isEqualTo(WHOLE);
    assertThat(engine.seeds().count(tenant, "customer")).isZero();
  }

  @Test
  void aCustomerThatIsReferredToCannotBeDeleted() {
    var created = create(WHOLE);
    var id = UUID.fromString(created.getName().substring("customers/".length()));
    var visits = new SeededVisits(engine.seeds(), tenant);
    var technician = engine.seeds().technician(tenant, "Europe/Berlin");
    var ticket = visits.ticket(id);
    visits.visit(technician, id, ticket);
    visits.visit(technician, id, ticket);

    var refused = error(() -> delete(created.getName()));

    assertThat(EngineExtension.info(refused).getReason()).isEqualTo("RESOURCE_IN_USE");
    assertThat(refused.getStatus().getDescription()).contains("2 appointments and 1 ticket");
    assertThat(get(created.getName())).isEqualTo(created);
  }

  @Test
  void aDeletedCustomerIsGone() {
    var name = create(WHOLE).getName();

    delete(name);

    assertThat(reason(() -> get(name))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> delete(name))).isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void aTechnicianWhoWasGivenACustomersNameBooksForThemAndSeesThemFromThenOn() {
    var name = create(WHOLE).getName();
    var technician = engine.seeds().technician(tenant, "UTC");
    var own = engine.as(engine.seeds().technicianKey(tenant, technician));
    var seen = CustomerServiceGrpc.newBlockingStub(own);
    var visit =
        Appointment.newBuilder()
            .setCustomer(name)
            .setTechnician("technicians/" + technician)
            .setStartTime(Times.timestamp(Instant.parse("2027-03-02T10:00:00Z")));
    var get = GetCustomerRequest.newBuilder().setName(name).build();

    assertThat(reason(() -> seen.getCustomer(get))).isEqualTo("RESOURCE_NOT_FOUND");
    AppointmentServiceGrpc.newBlockingStub(own)
        .createAppointment(CreateAppointmentRequest.newBuilder().setAppointment(visit).build());
    assertThat(seen.getCustomer(get).getName()).isEqualTo(name);
  }

  @Test
  void anotherTenantsCustomerDoesNotExist() {
    var elsewhere = engine.seeds().customer(engine.seeds().tenant());
    var name = "customers/" + elsewhere;
    var update = Customer.newBuilder().setName(name).setPhone("1").build();

    assertThat(reason(() -> get(name))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> update(update))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> delete(name))).isEqualTo("RESOURCE_NOT_FOUND");
  }

  private Customer create(Customer customer) {
    return customers.createCustomer(
        CreateCustomerRequest.newBuilder().setCustomer(customer).build());
  }

  private Customer get(String name) {
    return customers.getCustomer(GetCustomerRequest.newBuilder().setName(name).build());
  }

  private Customer update(Customer customer, String... mask) {
    return customers.updateCustomer(
        UpdateCustomerRequest.newBuilder()
            .setCustomer(customer)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
            .build());
  }

  private void delete(String name) {
    customers.deleteCustomer(DeleteCustomerRequest.newBuilder().setName(name).build());
  }

  private static Customer entered(Customer customer) {
    return customer.toBuilder().clearName().clearEtag().clearCreateTime().clearUpdateTime().build();
  }
}
