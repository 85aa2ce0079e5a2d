package org.supportcenter.mailer.mail;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportcenter.compose.Occasion;
import org.supportcenter.mailer.database.MailerDatabase;
import org.supportcenter.mailer.smtp.ServerUrl;
import org.supportcenter.mailer.smtp.ServerUrl.Security;
import org.supportcenter.runtime.Background;
import org.supportcenter.runtime.database.DatabaseConfig;
import org.supportcenter.testkit.PostgresExtension;

/** A tenant with one appointment, mails about it, and mailers that connect as the mailer does. */
public final class MailWorld implements AutoCloseable {

  private static final int PER_SECOND = 1_000;

  public final UUID tenant;
  final UUID customer;
  final UUID technician;

  private final UUID appointment = UUID.randomUUID();
  private final PostgresExtension postgres;
  private final MailerDatabase database;
  private final Background background = new Background();
  private final List<MailWorker> mailers = new ArrayList<>();
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private int leads;

  /** A tenant of its own. */
  public MailWorld(PostgresExtension postgres) {
    this.postgres = postgres;
    tenant = postgres.seeds().tenant();
    customer = postgres.seeds().customer(tenant);
    technician = postgres.seeds().technician(tenant, "Europe/Berlin");
    database =
        MailerDatabase.open(
            new DatabaseConfig(
                postgres.jdbcUrl(),
                postgres.mailerRole(),
                postgres.password(),
                12,
                DatabaseConfig.DEFAULT_BORROW_TIMEOUT));
    book();
  }

  private void book() {
    var ticket = UUID.randomUUID();
    execute(
        """
        INSERT INTO ticket (tenant_id, id, reference, subject, description, customer_id, stage,
          priority, created_with_appointment, version, create_time, update_time)
        VALUES (?, ?, 'TICK-001', 'A ticket', '', ?, 'SCHEDULED', 'NORMAL', true, 1, ?, ?)
        """,
        tenant,
        ticket,
        customer,
        now,
        now);
    var start = now.plus(Duration.ofHours(3));
    var end = now.plus(Duration.ofHours(4));
    execute(
        """
        INSERT INTO appointment (tenant_id, id, reference, customer_id, technician_id, ticket_id,
          start_time, end_time, buffer_before_seconds, buffer_after_seconds, occupied_start,
          occupied_end, buffer_waived, holds, status, required_skills, description, priority,
          created_via, time_zone, waived_reasons, waive_justifications, waived_by, waive_times,
          version, create_time, update_time, creator)
        VALUES (?, ?, 'APPT-001', ?, ?, ?, ?, ?, 0, 0, ?, ?, false, true, 'CONFIRMED', '{}', '',
          'NORMAL', 'API', 'Europe/Berlin', '{}', '{}', '{}', '{}', 1, ?, ?, 'apiKeys/test')
        """,
        tenant,
        appointment,
        customer,
        technician,
        ticket,
        start,
        end,
        start,
        end,
        now,
        now);
  }

  /** A mail that is due. */
  public UUID owes(String kind, String recipient) {
    return owes(kind, recipient, 1);
  }

  /** A mail that has been due for some seconds. */
  UUID owes(String kind, String recipient, int sinceSeconds) {
    var id = UUID.randomUUID();
    execute(
        """
        INSERT INTO notification (tenant_id, id, appointment_id, appointment_version, kind,
          recipient, recipient_id, lead_seconds, due_time, status, create_time)
        VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, 'PENDING', ?)
        """,
        tenant,
        id,
        appointment,
        kind,
        recipient,
        recipient.equals("CUSTOMER") ? customer : technician,
        ++leads,
        Instant.now().minusSeconds(sinceSeconds),
        now);
    return id;
  }

  /** Reminders of the months to come. */
  void owesLater(int count) {
    owesHourly(1, count);
  }

  /** Reminders of the months gone by. */
  void owesSince(int count) {
    owesHourly(-count, -1);
  }

  private void owesHourly(int first, int last) {
    execute(
        """
        INSERT INTO notification (tenant_id, id, appointment_id, appointment_version, kind,
          recipient, recipient_id, lead_seconds, due_time, status, create_time)
        SELECT ?, gen_random_uuid(), ?, 1, 'REMINDER', 'CUSTOMER', ?, abs(n),
          now() + n * interval '1 h', 'PENDING', now()
        FROM generate_series(?, ?) AS n
        """,
        tenant,
        appointment,
        customer,
        first,
        last);
    execute("ANALYZE notification");
  }

  List<UUID> tenantsWithDueMail() {
    return database.acrossTenants(MailRows.CHORE, sql -> MailRows.whoHasDue(sql, Instant.now()));
  }

  /** How the server finds them when very many mails are due, with what it read for it. */
  String planOfTenants() {
    return database.acrossTenants(
        MailRows.CHORE,
        sql ->
            sql
                .resultQuery(
                    "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) " + MailRows.TENANTS,
                    Instant.now(),
                    1_000)
                .fetch(0, String.class)
                .stream()
                .collect(Collectors.joining("\n")));
  }

  /** How the server looks for what is due. */
  String planOfDue() {
    return database.inTenantWithGenericPlans(
        tenant,
        sql -> {
          var start = WaitingRoom.Place.START;
          return sql.explain(
                  sql.resultQuery(Leasing.DUE, tenant, start.time(), start.id(), Instant.now(), 4))
              .plan();
        });
  }

  /** How many mails are leased when the server joins in the way that repeats a part most. */
  int leasedByNestedLoops(int most) {
    return database.inTenant(
        tenant,
        sql -> {
          for (var way : List.of("hashjoin", "mergejoin", "material", "hashagg", "sort")) {
            sql.execute("SET LOCAL enable_" + way + " = off");
          }
          return leasing(PER_SECOND).lease(sql, tenant, most, Instant.now()).size();
        });
  }

  /** Leases as a mailer does. */
  List<UUID> lease(Leasing leasing, int most) {
    return database
        .inTenantWithGenericPlans(tenant, sql -> leasing.lease(sql, tenant, most, Instant.now()))
        .stream()
        .map(Leased::id)
        .toList();
  }

  /** How a mailer leases that sends so many mails a second to one domain. */
  static Leasing leasing(int perSecond) {
    return new Leasing(new Turns(perSecond));
  }

  /** Runs any statement in the name of the tenant. */
  public int execute(String sql, Object... values) {
    return postgres.seeds().execute(tenant, sql, values);
  }

  /** As the mailer connects. */
  public MailerDatabase database() {
    return database;
  }

  /** One more mailer, at work at once. */
  public void mailer(int smtpPort) {
    var settings =
        new MailSettings(
            new ServerUrl("127.0.0.1", smtpPort, "", "", Security.NONE, ""),
            Occasion.Sender.DEFAULT_ADDRESS,
            null,
            "http://127.0.0.1:8080",
            Duration.ofHours(2),
            Duration.ofHours(MailSettings.DEFAULT_GIVE_UP_HOURS),
            4,
            PER_SECOND,
            null);
    mailers.add(
        new MailWorker(
            settings,
            database,
            new SimpleMeterRegistry(),
            background,
            Duration.ofSeconds(20),
            InstantSource.system()));
  }

  /** Lets what is under way end. */
  public void stopMailers() {
    mailers.forEach(MailWorker::close);
    mailers.clear();
  }

  /** What became of a mail. */
  public String status(UUID mail) throws SQLException {
    return query("SELECT status FROM notification WHERE id = '%s'".formatted(mail)).getFirst();
  }

  /** What became of all of them. */
  public List<String> statuses() throws SQLException {
    return query("SELECT status FROM notification");
  }

  @Nullable String sentTimeOf(String column) throws SQLException {
    return query("SELECT %s::text FROM appointment".formatted(column)).getFirst();
  }

  /** The first column of what the tenant has. */
  public List<String> query(String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (var connection = postgres.owner().getConnection()) {
      connection.setAutoCommit(false);
      try (var statement = connection.createStatement()) {
        statement.execute("SELECT set_config('app.tenant', '%s', true)".formatted(tenant));
        try (var rows = statement.executeQuery(sql)) {
          while (rows.next()) {
            found.add(rows.getString(1));
          }
        }
      }
    }
    return found;
  }

  @Override
  public void close() {
    stopMailers();
    background.close();
    database.close();
  }
}
