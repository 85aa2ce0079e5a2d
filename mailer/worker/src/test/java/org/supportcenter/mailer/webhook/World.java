package org.supportcenter.mailer.webhook;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.supportcenter.mailer.database.MailerDatabase;
import org.supportcenter.runtime.database.DatabaseConfig;
import org.supportcenter.runtime.network.AddressPolicy;
import org.supportcenter.testkit.PostgresExtension;
import org.supportcenter.testkit.TestClock;

/** A tenant with endpoints, things that happen, and a mailer that works when it is told to. */
final class World implements AutoCloseable {

  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final String EVENT =
      """
      INSERT INTO event (tenant_id, resource_type, resource_id, version, type, event_time, actor,
        source, changed_fields, values_before, values_after, waived_reasons)
      VALUES (?, ?, ?, ?, ?, ?, 'apiKeys/test', 'API', '{status}', '{""}', '{CONFIRMED}', '{}')
      """;

  /** To the database. */
  static final int CONNECTIONS = 6;

  final TestClock clock = TestClock.at("2027-03-01T08:00:00Z");
  final UUID tenant;
  final MailerDatabase database;
  final WebhookBacklog backlog;
  final WebhookHandler handler;
  private final PostgresExtension postgres;
  private final Poster poster;

  World(PostgresExtension postgres) {
    this.postgres = postgres;
    tenant = postgres.seeds().tenant();
    database =
        MailerDatabase.open(
            new DatabaseConfig(
                postgres.jdbcUrl(),
                postgres.mailerRole(),
                postgres.password(),
                CONNECTIONS,
                DatabaseConfig.DEFAULT_BORROW_TIMEOUT));
    var timeouts =
        new Timeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(4));
    poster =
        new Poster(
            AddressPolicy.allowing("127.0.0.1"), InetAddress::getAllByName, timeouts, 32, clock);
    backlog = new WebhookBacklog(database, clock);
    handler =
        new WebhookHandler(
            database,
            backlog,
            poster,
            new Results(new Random(7)),
            new WebhookMetrics(new SimpleMeterRegistry()));
  }

  /** What makes a message the same message. */
  static String key(Receiver.Message message) {
    return message.id() + " " + message.resource() + " " + message.version();
  }

  /** A new endpoint. */
  UUID endpoint(String url, String... eventTypes) {
    var id = UUID.randomUUID();
    var now = clock.instant();
    execute(
        """
        INSERT INTO webhook_endpoint (tenant_id, id, display_name, url, event_types, owner_email,
          version, create_time, update_time)
        VALUES (?, ?, 'An endpoint', ?, ?, '', 1, ?, ?)
        """,
        tenant,
        id,
        url,
        eventTypes,
        now,
        now);
    secret(id, SECRET);
    return id;
  }

  /** A new secret of an endpoint; those without an end count for the overlap. */
  void rotate(UUID endpoint, String secret, Duration overlap) {
    execute(
        "UPDATE webhook_secret SET expire_time = ? WHERE endpoint_id = ? AND expire_time IS NULL",
        clock.instant().plus(overlap),
        endpoint);
    clock.advance(Duration.ofSeconds(1));
    secret(endpoint, secret);
  }

  private void secret(UUID endpoint, String secret) {
    execute(
        """
        INSERT INTO webhook_secret (tenant_id, endpoint_id, id, secret, create_time)
        VALUES (?, ?, gen_random_uuid(), ?, ?)
        """,
        tenant,
        endpoint,
        secret,
        clock.instant());
  }

  /** Something happens to an appointment. */
  void happens(UUID appointment, int version, String type) {
    execute(EVENT, "APPOINTMENT", appointment, version, type);
  }

  /** Something happens to a ticket. */
  void happensToTicket(UUID ticket, int version, String type) {
    execute(EVENT, "TICKET", ticket, version, type);
  }

  private void execute(String sql, String kind, UUID resource, int version, String type) {
    execute(sql, tenant, kind, resource, version, type, clock.instant());
  }

  int execute(String sql, Object... values) {
    return postgres.seeds().execute(tenant, sql, values);
  }

  /** A transaction in the name of the tenant that the test ends itself. */
  Connection transaction() throws SQLException {
    var connection = postgres.owner().getConnection();
    connection.setAutoCommit(false);
    try (var enter = connection.prepareStatement("SELECT set_config('app.tenant', ?, true)")) {
      enter.setString(1, tenant.toString());
      enter.execute();
    }
    return connection;
  }

  /** The same event within an open transaction. */
  void happens(Connection in, UUID appointment, int version, String type) {
    DSL.using(in, SQLDialect.POSTGRES)
        .execute(
            EVENT.replace("?, 'apiKeys/test'", "?::timestamptz, 'apiKeys/test'"),
            tenant,
            "APPOINTMENT",
            appointment,
            version,
            type,
            clock.instant().toString());
  }

  /** Does what is due now, and what becomes due by that, at this instant. */
  void work() {
    for (var round = List.<Work>of(); !(round = due()).isEmpty(); ) {
      round.forEach(work -> handler.handle(tenant, work));
    }
  }

  /** Leases what is due, as a mailer does that then dies. */
  List<Work> due() {
    var due = new ArrayList<Work>();
    if (backlog.tenants().contains(tenant)) {
      due.addAll(backlog.lease(tenant, 32));
    }
    return due;
  }

  /** One value of the endpoint's row, as text. */
  String endpointSays(UUID endpoint, String column) {
    return database.inTenant(
        tenant,
        sql ->
            String.valueOf(
                sql.fetchValue(
                    "SELECT %s::text FROM webhook_endpoint WHERE id = ?".formatted(column),
                    endpoint)));
  }

  /** How many deliveries have that status. */
  int deliveries(String status) {
    return database.inTenant(
        tenant,
        sql ->
            sql.fetchSingle("SELECT count(*) FROM webhook_delivery WHERE status = ?", status)
                .into(Integer.class));
  }

  @Override
  public void close() {
    poster.close();
    database.close();
  }
}
