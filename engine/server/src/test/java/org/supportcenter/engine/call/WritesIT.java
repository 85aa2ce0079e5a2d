package org.supportcenter.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Role;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.change.Source;
import org.supportcenter.domain.customer.CustomerProfile;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.engine.testing.TestDatabases;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.store.Tx;
import org.supportcenter.store.customer.CustomerStore;
import org.supportcenter.store.replay.Replays;
import org.supportcenter.testkit.PostgresExtension;
import org.supportcenter.v1.CreateCustomerRequest;
import org.supportcenter.v1.Customer;

class WritesIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static TenantDatabases databases;
  private static Writes writes;

  private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

  private final CustomerStore customers = new CustomerStore();
  private final AtomicInteger runs = new AtomicInteger();
  private Caller caller;

  @BeforeAll
  static void open() {
    databases = TenantDatabases.shared(TestDatabases.open(postgres));
    writes = new Writes(databases, new Replays(InstantSource.system()));
  }

  @AfterAll
  static void close() {
    databases.close();
  }

  @BeforeEach
  void seed() {
    caller = caller(postgres.seeds().tenant(), "apiKeys/1");
  }

  @Test
  void aRetryIsAnsweredAsTheFirstTimeAndDoesNothing() {
    var request = request(UUID.randomUUID(), "Ada");

    var first = run(caller, request);
    var again = run(caller, request);

    assertThat(again).isEqualTo(first);
    assertThat(runs).hasValue(1);
  }

  @Test
  void twinsRunOnce() throws Exception {
    var request = request(UUID.randomUUID(), "Ada");
    var calls = new ArrayList<Callable<Customer>>();
    for (int i = 0; i < 32; i++) {
      calls.add(() -> run(caller, request));
    }
    var answers = new HashSet<Customer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }

    assertThat(answers).hasSize(1);
    assertThat(postgres.seeds().count(caller.tenant(), "customer")).isEqualTo(1);
  }

  @Test
  void theSameIdWithAnotherBodyIsRefusedWhateverItsSpelling() {
    var id = UUID.randomUUID();
    run(caller, request(id, "Ada"));
    var shouted =
        request(id, "Grace").toBuilder().setRequestId(id.toString().toUpperCase(Locale.ROOT));

    assertThatThrownBy(() -> run(caller, shouted.build()))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.refusal()).isInstanceOf(Refusal.RequestIdReused.class));
  }

  @Test
  void anotherCallersIdIsAnotherRequest() {
    var request = request(UUID.randomUUID(), "Ada");

    run(caller, request);
    run(caller(caller.tenant(), "apiKeys/2"), request);

    assertThat(runs).hasValue(2);
  }

  @Test
  void aRefusalIsNotKept() {
    var request = request(UUID.randomUUID(), "Ada");

    assertThatThrownBy(
            () ->
                writes.run(
                    caller,
                    request,
                    Customer.parser(),
                    tx -> {
                      throw new Refusal.NotFound("customers/1").asException();
                    }))
        .isInstanceOf(RefusedException.class);

    assertThat(run(caller, request).getDisplayName()).isEqualTo("Ada");
  }

  @Test
  void aRetryIsAnsweredEvenIfTheWorkWouldNowBeRefused() {
    var request = request(UUID.randomUUID(), "Ada");
    var first = run(caller, request);

    var again =
        writes.run(
            caller,
            request,
            Customer.parser(),
            tx -> {
              throw new Refusal.NotFound("customers/1").asException();
            });

    assertThat(again).isEqualTo(first);
  }

  @Test
  void aDryRunIsAnsweredAndNeitherStoredNorKept() {
    var request = request(UUID.randomUUID(), "Ada");

    var dry = run(caller, request.toBuilder().setValidateOnly(true).build());

    assertThat(dry.getDisplayName()).isEqualTo("Ada");
    assertThat(postgres.seeds().count(caller.tenant(), "customer")).isZero();
    run(caller, request);
    assertThat(postgres.seeds().count(caller.tenant(), "customer")).isEqualTo(1);
  }

  private Customer run(Caller by, CreateCustomerRequest request) {
    return writes.run(by, request, Customer.parser(), tx -> create(tx, by, request));
  }

  private Customer create(Tx tx, Caller by, CreateCustomerRequest request) {
    var id = UUID.randomUUID();
    var profile =
        new CustomerProfile(request.getCustomer().getDisplayName(), "", "", "", null, null, false);
    customers.create(
        tx, id, new org.supportcenter.domain.customer.Customer(profile, CREATED, CREATED));
    runs.incrementAndGet();
    return request.getCustomer().toBuilder().setName("customers/" + id).build();
  }

  private static CreateCustomerRequest request(UUID id, String name) {
    return CreateCustomerRequest.newBuilder()
        .setCustomer(Customer.newBuilder().setDisplayName(name))
        .setRequestId(id.toString())
        .build();
  }

  private static Caller caller(UUID tenant, String actor) {
    return new Caller(tenant, new Author(actor, Source.API), "Test", Role.ADMIN, Set.of(), null);
  }
}
