package org.supportcenter.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportcenter.store.customer.CustomerStore;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.technician.TechnicianStore;
import org.supportcenter.store.technician.TimeOffStore;
import org.supportcenter.store.ticket.TicketStore;
import org.supportcenter.testkit.PostgresExtension;

/** A page of a list is one statement, and it reads by an index. */
class ListPlansIT {

  private static final int ROWS = 3000;

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private static Database database;
  private static UUID tenant;
  private static UUID technician;

  @BeforeAll
  static void fill() {
    database = TestDatabases.open(postgres);
    tenant = fillTenant();
    fillTenant();
    for (var table : List.of("customer", "technician", "ticket", "time_off", "appointment")) {
      postgres.seeds().execute(tenant, "ANALYZE " + table);
    }
  }

  private static UUID fillTenant() {
    var filled = postgres.seeds().tenant();
    technician = postgres.seeds().technician(filled, "Europe/Berlin");
    var customer = postgres.seeds().customer(filled);
    for (var insert :
        List.of(
            """
            INSERT INTO customer SELECT tenant_id, gen_random_uuid(), 'Customer ' || n, email, phone,
              address, time_zone, language, reminders_opt_out, version, create_time, update_time
            FROM customer, generate_series(1, %d) AS n\
            """,
            """
            INSERT INTO technician SELECT tenant_id, gen_random_uuid(), 'Technician ' || n, email,
              time_zone, skills, active, NULL, NULL, NULL, version, create_time, update_time
            FROM technician, generate_series(1, %d) AS n\
            """,
            """
            INSERT INTO time_off SELECT tenant_id, id, gen_random_uuid(), create_time, update_time
              + interval '1 hour', '', 1 FROM technician\
            """)) {
      postgres.seeds().execute(filled, insert.formatted(ROWS));
    }
    postgres
        .seeds()
        .execute(
            filled,
            """
            INSERT INTO ticket SELECT tenant_id, gen_random_uuid(), 'TICK-' || n, 'Subject', '', id,
              NULL, 'NEW', 'NORMAL', NULL, false, 1, create_time + n * interval '1 minute',
              update_time
            FROM customer, generate_series(1, ?) AS n WHERE id = ?\
            """,
            ROWS,
            customer);
    return filled;
  }

  @AfterAll
  static void close() {
    database.close();
  }

  /** A list as a service asks for it. */
  record Listing(String table, BiFunction<Tx, PageQuery, Page<?>> page) {
    @Override
    public String toString() {
      return table;
    }
  }

  static List<Listing> listings() {
    var customers = new CustomerStore();
    var technicians = new TechnicianStore();
    var tickets = new TicketStore();
    var timeOff = new TimeOffStore();
    var anyTicket = new TicketStore.Filter("", null, null, Set.of(), null);
    return List.of(
        new Listing(
            "customer",
            (tx, query) -> customers.list(tx, new CustomerStore.Filter("", "", null), query)),
        new Listing(
            "technician",
            (tx, query) ->
                technicians.list(tx, new TechnicianStore.Filter("", true, "", null), query)),
        new Listing("ticket", (tx, query) -> tickets.list(tx, anyTicket, query)),
        new Listing("time_off", (tx, query) -> timeOff.list(tx, technician, null, null, query)));
  }

  @ParameterizedTest
  @MethodSource("listings")
  void aPageIsOneStatementThatReadsByAnIndex(Listing listing) {
    var plan =
        database.read(
            tenant,
            tx -> {
              var statements = new ArrayList<String>();
              var own = tx.sql().configuration();
              var observed =
                  new Tx(
                      new Opening("app.tenant", tenant.toString(), true, Locks.NONE),
                      1000,
                      own.connectionProvider().acquire(),
                      own.derive(recorder(statements)));
              listing.page().apply(observed, new PageQuery(50, "", "", "same"));
              assertThat(statements).hasSize(1);
              return tx.sql().fetch("EXPLAIN " + statements.getFirst()).format();
            });

    assertThat(plan).contains("Index").doesNotContain("Seq Scan on " + listing.table());
  }

  private static ExecuteListener recorder(List<String> statements) {
    return ExecuteListener.onExecuteStart(
        (ExecuteContext execution) ->
            statements.add(DSL.using(execution.configuration()).renderInlined(execution.query())));
  }
}
