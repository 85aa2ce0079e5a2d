package org.supportcenter.compose;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.compose.Purpose.Kind;

class InvitationsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant START = Instant.parse("2027-01-04T13:15:00Z");
  private static final int DAYS_BETWEEN = 29;
  private static final int[] MINUTES_AROUND = {-1_440, -60, -45, -30, -1, 0, 30, 60, 90, 1_440};

  @Test
  void whatFollowsAConfirmationIsAboutTheSameEvent() {
    var invitations =
        Stream.of(
                Occasions.at(Kind.CONFIRMATION, BERLIN, START, 1),
                Occasions.at(Kind.REMINDER, BERLIN, START, 1),
                Occasions.at(Kind.CHANGE, BERLIN, START.plus(Duration.ofDays(120)), 2),
                Occasions.at(Kind.CANCELLATION, BERLIN, START, 3))
            .map(ReadInvitation::of)
            .toList();

    assertThat(invitations).allSatisfy(read -> assertThat(read.complaints()).isEmpty());
    assertThat(invitations)
        .extracting(ReadInvitation::method)
        .containsExactly("REQUEST", "REQUEST", "REQUEST", "CANCEL");
    assertThat(invitations)
        .extracting(ReadInvitation::status)
        .containsExactly("CONFIRMED", "CONFIRMED", "CONFIRMED", "CANCELLED");
    assertThat(invitations).extracting(ReadInvitation::sequence).containsExactly(1, 1, 2, 3);
    assertThat(invitations)
        .extracting(ReadInvitation::uid)
        .containsOnly(invitations.getFirst().uid());
    assertThat(invitations.get(2).start()).isEqualTo(START.plus(Duration.ofDays(120)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Europe/Berlin",
        "America/New_York",
        "America/St_Johns",
        "America/Sao_Paulo",
        "Africa/Casablanca",
        "Antarctica/Troll",
        "Asia/Calcutta",
        "Asia/Karachi",
        "Australia/Lord_Howe",
        "Pacific/Apia",
        "Pacific/Chatham",
        "US/Pacific",
        "Etc/GMT-3"
      })
  void aVisitIsAtItsInstantAllYearAndAroundEveryChangeOfClocks(String name) {
    var zone = ZoneId.of(name);
    for (var start : starts(zone)) {
      var invitation = ReadInvitation.of(Occasions.at(Kind.CONFIRMATION, zone, start, 1));

      assertThat(invitation.start()).as("start of %s", start).isEqualTo(start);
      assertThat(invitation.end())
          .as("end after %s", start)
          .isEqualTo(start.plus(Occasions.LENGTH));
    }
  }

  @Test
  void whatIsToldInTheReadersZoneIsToldInUtcWhereAnHourComesTwice() {
    assertThat(inBerlin("2027-10-31T00:30:00Z"))
        .contains("DTSTART:20271031T003000Z", "DTEND:20271031T011500Z");
    assertThat(inBerlin("2027-10-31T01:00:00Z"))
        .contains("DTSTART:20271031T010000Z", "DTEND:20271031T014500Z")
        .doesNotContain("VTIMEZONE");
    assertThat(inBerlin("2027-10-31T00:00:00Z"))
        .contains("DTSTART:20271031T000000Z", "DTEND:20271031T004500Z");
    assertThat(inBerlin("2027-10-30T23:00:00Z"))
        .contains(
            "DTSTART;TZID=Europe/Berlin:20271031T010000",
            "DTEND;TZID=Europe/Berlin:20271031T014500");
    assertThat(inBerlin("2027-10-31T02:00:00Z"))
        .contains("DTSTART;TZID=Europe/Berlin:20271031T030000")
        .contains("BEGIN:VTIMEZONE");
  }

  @Test
  void namesAndTextsCannotMakeLinesOfTheirOwn() {
    var hostile = "Ada\r\nATTENDEE:mailto:all@example.org\nEND:VEVENT;\",\\n\u2028x";

    var invitation = ReadInvitation.of(Occasions.saying(hostile));

    assertThat(invitation.complaints()).isEmpty();
    assertThat(invitation.event().getAttendees()).hasSize(1);
    assertThat(invitation.event().getDescription().getValue())
        .startsWith("Ada")
        .contains("END:VEVENT;\",\\n\u2028x");
    assertThat(invitation.event().getLocation().getValue()).contains("END:VEVENT");
    assertThat(invitation.event().getSummary().getValue()).contains("END:VEVENT");
  }

  /** Every month of a year and a bit, and around all changes of clocks in that time. */
  private static List<Instant> starts(ZoneId zone) {
    var starts = new ArrayList<Instant>();
    var end = START.plus(Duration.ofDays(400));
    for (var start = START;
        start.isBefore(end);
        start = start.plus(Duration.ofDays(DAYS_BETWEEN))) {
      starts.add(start);
    }
    for (var change = zone.getRules().nextTransition(START);
        change != null && change.getInstant().isBefore(end);
        change = zone.getRules().nextTransition(change.getInstant())) {
      for (var minutes : MINUTES_AROUND) {
        starts.add(change.getInstant().plus(Duration.ofMinutes(minutes)));
      }
    }
    return starts;
  }

  private static String inBerlin(String start) {
    var occasion = Occasions.at(Kind.CONFIRMATION, BERLIN, Instant.parse(start), 1);
    return requireNonNull(Invitations.of(occasion)).content();
  }
}
