package org.supportcenter.compose;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.ValidationWarnings;
import biweekly.component.Observance;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.ParseWarning;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import biweekly.util.UtcOffset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An invitation as biweekly reads it, a library that has nothing to do with the one that wrote it.
 *
 * <p>Its parser and its checks are asked for everything but instants: those follow from what it
 * read by RFC 5545, 3.6.5. Its own would depend on the day of the test ({@code
 * ICalTimeZone.getRawOffset} asks for the present time), lie off by hours near a change of clocks,
 * and take every summer time for an hour, that of Lord Howe too; python-dateutil reads what it
 * misreads as it was meant.
 */
record ReadInvitation(ICalendar calendar, VEvent event) {

  /** Reads it; the parser has nothing to say against it. */
  static ReadInvitation of(Occasion occasion) {
    var content = requireNonNull(Invitations.of(occasion)).content();
    var warnings = new ArrayList<List<ParseWarning>>();
    var calendar = Biweekly.parse(content).warnings(warnings).first();
    assertThat(warnings.getFirst()).as(content).isEmpty();
    assertThat(calendar.getEvents()).hasSize(1);
    return new ReadInvitation(calendar, calendar.getEvents().getFirst());
  }

  /** What the library has to say against it. */
  ValidationWarnings complaints() {
    return calendar.validate(ICalVersion.V2_0);
  }

  String method() {
    return calendar.getMethod().getValue();
  }

  String uid() {
    return event.getUid().getValue();
  }

  int sequence() {
    return event.getSequence().getValue();
  }

  String status() {
    return event.getStatus().getValue();
  }

  Instant start() {
    return instant(event.getDateStart());
  }

  Instant end() {
    return instant(event.getDateEnd());
  }

  private Instant instant(DateOrDateTimeProperty time) {
    var components = time.getValue().getRawComponents();
    if (components.isUtc()) {
      return local(components).toInstant(UTC);
    }
    var zone = calendar.getTimezoneInfo().getTimezone(time).getComponent();
    assertThat(zone).as("definition of the zone of %s", time).isNotNull();
    return instant(local(components), zone);
  }

  /** When the clocks there show it for the first time (RFC 5545, 3.3.5). */
  private static Instant instant(LocalDateTime time, VTimezone zone) {
    var changes =
        Stream.concat(zone.getStandardTimes().stream(), zone.getDaylightSavingsTime().stream())
            .sorted(Comparator.comparing(ReadInvitation::onset))
            .toList();
    for (int i = 0; i < changes.size(); i++) {
      var instant = time.toInstant(offset(changes.get(i).getTimezoneOffsetTo().getValue()));
      var next = i + 1 < changes.size() ? onset(changes.get(i + 1)) : Instant.MAX;
      if (!instant.isBefore(onset(changes.get(i))) && instant.isBefore(next)) {
        return instant;
      }
    }
    throw new AssertionError("No clock shows %s in %s".formatted(time, zone));
  }

  private static Instant onset(Observance observance) {
    return local(observance.getDateStart().getValue().getRawComponents())
        .toInstant(offset(observance.getTimezoneOffsetFrom().getValue()));
  }

  private static ZoneOffset offset(UtcOffset offset) {
    return ZoneOffset.ofTotalSeconds((int) (offset.getMillis() / 1_000));
  }

  private static LocalDateTime local(DateTimeComponents time) {
    return LocalDateTime.of(
        time.getYear(),
        time.getMonth(),
        time.getDate(),
        time.getHour(),
        time.getMinute(),
        time.getSecond());
  }
}
