package org.supportcenter.engine.testing;

import java.time.Instant;
import java.util.UUID;
import org.supportcenter.testkit.Seeds;

/** Puts tickets and visits that are over into the database, for tests of what refers to what. */
public final class SeededVisits {

  private static final Instant START = Instant.parse("2026-06-01T09:00:00Z");

  private final Seeds seeds;
  private final UUID tenant;
  private int number;

  /** For one tenant. */
  public SeededVisits(Seeds seeds, UUID tenant) {
    this.seeds = seeds;
    this.tenant = tenant;
  }

  /** A ticket of the customer that nobody works on. */
  public UUID ticket(UUID customer) {
    var id = UUID.randomUUID();
    seeds.execute(
        tenant,
        """
        INSERT INTO ticket (tenant_id, id, reference, subject, description, customer_id, stage,
          priority, created_with_appointment, version, create_time, update_time)
        VALUES (?, ?, ?, 'A seeded ticket', '', ?, 'DONE', 'NORMAL', false, 1, ?, ?)
        """,
        tenant,
        id,
        "TICK-9%03d".formatted(++number),
        customer,
        Seeds.CREATED,
        Seeds.CREATED);
    return id;
  }

  /** A completed visit. */
  public UUID visit(UUID technician, UUID customer, UUID ticket) {
    var id = UUID.randomUUID();
    var end = START.plusSeconds(3600);
    seeds.execute(
        tenant,
        """
        INSERT INTO appointment (tenant_id, id, reference, customer_id, technician_id, ticket_id,
          start_time, end_time, buffer_before_seconds, buffer_after_seconds, occupied_start,
          occupied_end, buffer_waived, holds, status, required_skills, description, priority,
          created_via, time_zone, waived_reasons, waive_justifications, waived_by, waive_times,
          version, create_time, update_time, creator)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?, false, false, 'COMPLETED', '{}', '', 'NORMAL',
          'API', 'Europe/Berlin', '{}', '{}', '{}', '{}', 1, ?, ?, 'apiKeys/seeded')
        """,
        tenant,
        id,
        "APPT-9%03d".formatted(++number),
        customer,
        technician,
        ticket,
        START,
        end,
        START,
        end,
        Seeds.CREATED,
        Seeds.CREATED);
    return id;
  }
}
