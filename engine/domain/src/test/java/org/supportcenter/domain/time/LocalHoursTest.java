package org.supportcenter.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalHoursTest {

  @ParameterizedTest
  @CsvSource({
    // zone, date, hours, opening and closing in UTC
    "UTC, 2027-03-01, 09:00-17:00, 2027-03-01T09:00:00Z, 2027-03-01T17:00:00Z",
    "UTC, 2027-03-01, 22:00-06:00, 2027-03-01T22:00:00Z, 2027-03-02T06:00:00Z",
    "UTC, 2027-03-01, 09:00-09:00, 2027-03-01T09:00:00Z, 2027-03-02T09:00:00Z",
    "UTC, 2027-03-01, 00:00-00:00, 2027-03-01T00:00:00Z, 2027-03-02T00:00:00Z",
    "UTC, 2027-03-01, 00:00-24:00, 2027-03-01T00:00:00Z, 2027-03-02T00:00:00Z",
    "Asia/Kolkata, 2027-03-01, 09:00-24:00, 2027-03-01T03:30:00Z, 2027-03-01T18:30:00Z",
    "Europe/Berlin, 2027-03-28, 00:00-24:00, 2027-03-27T23:00:00Z, 2027-03-28T22:00:00Z",
    "Europe/Berlin, 2027-03-28, 02:15-02:45, ,",
    "Europe/Berlin, 2027-03-28, 02:15-03:15, 2027-03-28T01:00:00Z, 2027-03-28T01:15:00Z",
    "Europe/Berlin, 2027-03-27, 22:00-02:30, 2027-03-27T21:00:00Z, 2027-03-28T01:00:00Z",
    "Europe/Berlin, 2027-10-31, 00:00-24:00, 2027-10-30T22:00:00Z, 2027-10-31T23:00:00Z",
    "Europe/Berlin, 2027-10-31, 02:15-02:45, 2027-10-31T00:15:00Z, 2027-10-31T01:45:00Z",
    "Europe/Berlin, 2027-10-30, 22:00-02:30, 2027-10-30T20:00:00Z, 2027-10-31T01:30:00Z",
    "America/New_York, 2027-11-07, 01:30-09:00, 2027-11-07T05:30:00Z, 2027-11-07T14:00:00Z",
    "America/St_Johns, 2027-03-14, 02:30-09:00, 2027-03-14T05:30:00Z, 2027-03-14T11:30:00Z",
    "Australia/Lord_Howe, 2027-10-03, 02:15-09:00, 2027-10-02T15:30:00Z, 2027-10-02T22:00:00Z",
    "Australia/Lord_Howe, 2027-04-04, 01:30-02:00, 2027-04-03T14:30:00Z, 2027-04-03T15:30:00Z",
    "America/Santiago, 2027-09-05, 00:00-12:00, 2027-09-05T04:00:00Z, 2027-09-05T15:00:00Z",
  })
  void becomesInstantsByTheClockOfTheZone(
      String zone, LocalDate date, String hours, String opening, String closing) {
    var span = LocalHours.of(hours.substring(0, 5), hours.substring(6)).on(date, ZoneId.of(zone));

    assertThat(span == null ? null : span.start().toString()).isEqualTo(opening);
    assertThat(span == null ? null : span.end().toString()).isEqualTo(closing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "9:00", "09:60", "24:01", "25:00", "09:00:00", "0900", "-1:00", "٠٩:٠٠"})
  void refusesWhatIsNoClockTime(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClockTime.parse(text))
        .withMessageContaining("HH:MM");
  }

  @Test
  void cannotStartAtTheEndOfADay() {
    assertThatIllegalArgumentException().isThrownBy(() -> LocalHours.of("24:00", "06:00"));
  }

  @Test
  void isWrittenAsItIsRead() {
    assertThat(LocalHours.of("09:05", "24:00")).hasToString("09:05-24:00");
  }

  @Test
  void touchingAndOverlappingSpansJoinAndOthersDoNot() {
    var date = LocalDate.of(2027, 3, 1);
    var zone = ZoneId.of("UTC");
    var morning = LocalHours.of("08:00", "12:00").on(date, zone);
    var noon = LocalHours.of("12:00", "13:00").on(date, zone);
    var early = LocalHours.of("09:00", "10:00").on(date, zone);
    var evening = LocalHours.of("13:01", "20:00").on(date, zone);

    assertThat(Spans.join(List.of(morning, early, noon, evening)))
        .extracting(Span::length)
        .containsExactly(Duration.ofHours(5), Duration.ofMinutes(419));
  }
}
