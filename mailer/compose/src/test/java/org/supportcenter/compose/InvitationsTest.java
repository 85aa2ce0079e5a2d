package org.supportcenter.compose;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.supportcenter.compose.Purpose.Audience;
import org.supportcenter.compose.Purpose.Kind;

class InvitationsTest {

  private static final Duration LENGTH = Duration.ofMinutes(45);

  @Test
  void whatIsToldInTheReadersZoneIsToldInUtcWhereAnHourComesASecondTime() {
    assertThat(at("2027-10-31T00:30:00Z"))
        .contains("DTSTART:20271031T003000Z", "DTEND:20271031T011500Z");
    assertThat(at("2027-10-31T01:00:00Z"))
        .contains("DTSTART:20271031T010000Z", "DTEND:20271031T014500Z")
        .doesNotContain("VTIMEZONE");
    assertThat(at("2027-10-31T00:00:00Z"))
        .contains(
            "DTSTART;TZID=Europe/Berlin:20271031T020000",
            "DTEND;TZID=Europe/Berlin:20271031T024500");
    assertThat(at("2027-10-31T02:00:00Z"))
        .contains("DTSTART;TZID=Europe/Berlin:20271031T030000")
        .contains("BEGIN:VTIMEZONE");
  }

  @Test
  void aTimeIsTheReadersOwnWhereClocksHaveNotBeenChangedForYears() {
    assertThat(at("2027-01-01T15:00:00Z", "America/Sao_Paulo"))
        .contains(
            "DTSTART;TZID=America/Sao_Paulo:20270101T120000",
            "DTEND;TZID=America/Sao_Paulo:20270101T124500");
  }

  private static String at(String start) {
    return at(start, "Europe/Berlin");
  }

  private static String at(String start, String zone) {
    var sample = Sample.occasion(new Purpose(Kind.CONFIRMATION, Audience.CUSTOMER), Locale.ENGLISH);
    var visit = sample.visit();
    var occasion =
        new Occasion(
            sample.purpose(),
            new Occasion.Recipient("Ada", "ada@example.org", ZoneId.of(zone), Locale.ENGLISH),
            new Occasion.Visit(
                visit.id(),
                1,
                visit.reference(),
                visit.ticketReference(),
                Instant.parse(start),
                Instant.parse(start).plus(LENGTH),
                visit.customerName(),
                visit.customerPhone(),
                visit.technicianName(),
                visit.serviceType(),
                visit.description(),
                visit.address(),
                visit.cancelReason()),
            sample.sender(),
            null,
            sample.now());
    return requireNonNull(Invitations.of(occasion)).content();
  }
}
