package org.supportcenter.store.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.testkit.PostgresExtension;

/** What the database refuses whoever asks: these statements run as its owner. */
class HandWrittenSqlIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private final UUID tenant = postgres.seeds().tenant();
  private final UUID technician = postgres.seeds().technician(tenant, "Europe/Berlin");
  private final UUID customer = postgres.seeds().customer(tenant);
  private final UUID ticket = ticket();

  @Test
  void overlappingVisitsAreRefused() {
    insert("CONFIRMED", true, "09:00", "10:00");

    assertThatThrownBy(() -> insert("DRAFT", true, "09:59", "11:00"))
        .rootCause()
        .hasMessageContaining("appointment_overlap");
    assertThat(insert("CONFIRMED", true, "10:00", "11:00")).isNotNull();
  }

  @Test
  void emptyAndNegativeSpansAreRefused() {
    assertThatThrownBy(() -> insert("CONFIRMED", true, "09:00", "09:00"))
        .rootCause()
        .hasMessageContaining("appointment_span");
    assertThatThrownBy(() -> insert("CONFIRMED", true, "09:00", "08:00"))
        .rootCause()
        .hasMessageContaining("appointment_span");
  }

  @Test
  void aHoldingStatusThatHoldsNothingIsRefused() {
    assertThatThrownBy(() -> insert("CONFIRMED", false, "09:00", "10:00"))
        .rootCause()
        .hasMessageContaining("must hold its time");
  }

  @Test
  void aCancelledVisitCannotComeBackOverAnother() {
    var cancelled = insert("CANCELLED", false, "09:00", "10:00");
    insert("CONFIRMED", true, "09:00", "10:00");

    assertThatThrownBy(() -> change(cancelled, "status = 'CONFIRMED'"))
        .rootCause()
        .hasMessageContaining("must hold its time");
    assertThatThrownBy(() -> change(cancelled, "status = 'CONFIRMED', holds = true"))
        .rootCause()
        .hasMessageContaining("appointment_overlap");
  }

  private void change(UUID id, String assignment) {
    postgres.seeds().execute(tenant, "UPDATE appointment SET " + assignment + " WHERE id = ?", id);
  }

  private UUID insert(String status, boolean holds, String from, String to) {
    var id = UUID.randomUUID();
    postgres
        .seeds()
        .execute(
            tenant,
            """
            INSERT INTO appointment (tenant_id, id, reference, customer_id, technician_id,
              ticket_id, start_time, end_time, buffer_before_seconds, buffer_after_seconds,
              occupied_start, occupied_end, buffer_waived, holds, status, required_skills,
              description, priority, created_via, time_zone, waived_reasons,
              waive_justifications, waived_by, waive_times, version, create_time, update_time,
              creator)
            SELECT current_tenant(), ?, ?, ?, ?, ?, span."from", span."to", 0, 0, span."from", span."to",
              false, ?, ?, '{}', '', 'NORMAL', 'API', 'Europe/Berlin', '{}', '{}', '{}', '{}', 1,
              now(), now(), 'apiKeys/none'
            FROM (VALUES (('2027-03-01 ' || ? || 'Z')::timestamptz,
              ('2027-03-01 ' || ? || 'Z')::timestamptz)) AS span ("from", "to")
            """,
            id,
            "APPT-" + id,
            customer,
            technician,
            ticket,
            holds,
            status,
            from,
            to);
    return id;
  }

  private UUID ticket() {
    var id = UUID.randomUUID();
    postgres
        .seeds()
        .execute(
            tenant,
            """
            INSERT INTO ticket (tenant_id, id, reference, subject, description, customer_id, stage,
              priority, created_with_appointment, version, create_time, update_time)
            VALUES (current_tenant(), ?, 'TICK-1', '', '', ?, 'NEW', 'NORMAL', false, 1, now(),
              now())
            """,
            id,
            customer);
    return id;
  }
}
