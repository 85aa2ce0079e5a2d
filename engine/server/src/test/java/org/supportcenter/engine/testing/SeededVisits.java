package org.supportcenter.engine.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.Occupancy;
import org.supportcenter.domain.time.Span;
import org.supportcenter.testkit.Seeds;

/** Puts tickets, visits and holds into the database as nobody could enter them. */
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
    var span = new Span(START, START.plusSeconds(3600));
    var visit =
        new BookedVisit(
            UUID.randomUUID(),
            technician,
            customer,
            span,
            Duration.ZERO,
            Duration.ZERO,
            Occupancy.COMPLETED);
    return visit(visit, customer, ticket, "COMPLETED");
  }

  /** Any visit, with buffers that the others of the technician need not keep. */
  public UUID visit(BookedVisit visit, UUID customer, UUID ticket, String status) {
    return row(visit, status, "APPT-9%03d".formatted(++number), customer, ticket, null);
  }

  /** Time that somebody else holds until then, with buffers as those of visits. */
  public UUID hold(BookedVisit hold, Instant expireTime) {
    return row(hold, "HELD", null, hold.customerId(), null, expireTime);
  }

  private UUID row(
      BookedVisit visit,
      String status,
      @Nullable String reference,
      @Nullable UUID customer,
      @Nullable UUID ticket,
      @Nullable Instant holdExpireTime) {
    seeds.execute(
        tenant,
        """
        INSERT INTO appointment (tenant_id, id, reference, customer_id, technician_id, ticket_id,
          start_time, end_time, buffer_before_seconds, buffer_after_seconds, occupied_start,
          occupied_end, buffer_waived, holds, status, required_skills, description, priority,
          created_via, time_zone, waived_reasons, waive_justifications, waived_by, waive_times,
          version, create_time, update_time, creator, hold_expire_time)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, '{}', '', 'NORMAL',
          'API', 'Europe/Berlin', '{}', '{}', '{}', '{}', 1, ?, ?, 'apiKeys/seeded', ?)
        """,
        tenant,
        visit.id(),
        reference,
        customer,
        visit.technicianId(),
        ticket,
        visit.span().start(),
        visit.span().end(),
        (int) visit.bufferBefore().toSeconds(),
        (int) visit.bufferAfter().toSeconds(),
        visit.span().start().minus(visit.bufferBefore()),
        visit.span().end().plus(visit.bufferAfter()),
        visit.occupancy().holdsTime(),
        status,
        Seeds.CREATED,
        Seeds.CREATED,
        holdExpireTime);
    return visit.id();
  }
}
