package org.supportcenter.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;

class WireTest {

  private static final UUID ID = UUID.fromString("123e4567-e89b-42d3-a456-426614174000");

  @Test
  void namesAreReadWhateverTheirCaseAndWrittenInOne() {
    var name = Names.TECHNICIAN.of(ID);

    assertThat(name).isEqualTo("technicians/123e4567-e89b-42d3-a456-426614174000");
    assertThat(Names.TECHNICIAN.id("technicians/123E4567-E89B-42D3-A456-426614174000", "x"))
        .isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "technicians/",
        "customers/123e4567-e89b-42d3-a456-426614174000",
        "technicians/1-1-1-1-1",
        "technicians/123e4567-e89b-42d3-a456-426614174000/",
        "Technicians/123e4567-e89b-42d3-a456-426614174000"
      })
  void whatIsNoSuchNameIsRefusedByItsField(String name) {
    assertThat(refusal(() -> Names.TECHNICIAN.id(name, "appointment.technician")))
        .isEqualTo(
            new Refusal.FieldsInvalid(
                "appointment.technician", "must look like \"technicians/{uuid}\""));
  }

  @Test
  void noNameIsRefusedAsMissing() {
    assertThat(refusal(() -> Names.TECHNICIAN.id("", "appointment.technician")))
        .isEqualTo(new Refusal.FieldsInvalid("appointment.technician", "is required"));
  }

  @Test
  void namesOfWhatBelongsToATechnicianAreTakenApart() {
    var date = LocalDate.parse("2027-03-28");
    var timeOff = ChildName.timeOff(ID, ID);
    var override = ChildName.dateOverride(ID, date);

    assertThat(ChildName.timeOff(timeOff, "name")).isEqualTo(new ChildName<>(ID, ID));
    assertThat(ChildName.dateOverride(override, "name")).isEqualTo(new ChildName<>(ID, date));
    assertThat(ChildName.policyOwner(ChildName.policy(ID), "name")).isEqualTo(ID);
    assertThat(ChildName.effectivePolicyOwner(ChildName.effectivePolicy(ID), "name")).isEqualTo(ID);
    assertThat(refusal(() -> ChildName.dateOverride(override.replace("03-28", "02-30"), "name")))
        .isInstanceOf(Refusal.FieldsInvalid.class);
  }

  @Test
  void instantsAreWholeSecondsBeforeTheYear2200() {
    var last = Instant.parse("2199-12-31T23:59:59Z");

    assertThat(Times.instant(Times.timestamp(last), "x")).isEqualTo(last);
    assertThat(refusal(() -> Times.instant(Times.timestamp(last.plusSeconds(1)), "x")))
        .isInstanceOf(Refusal.FieldsInvalid.class);
    assertThat(refusal(() -> Times.instant(Times.timestamp(last.minusMillis(1)), "x")))
        .isEqualTo(new Refusal.FieldsInvalid("x", "must be a whole second"));
    var endless = Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build();
    assertThat(refusal(() -> Times.instant(endless, "x")))
        .isInstanceOf(Refusal.FieldsInvalid.class);
  }

  @Test
  void durationsAreWithinTheirRange() {
    var hour = Duration.ofHours(1);

    assertThat(Times.duration(Times.duration(hour), Limits.VISIT_DURATION, "x")).isEqualTo(hour);
    for (var bad :
        new Duration[] {Duration.ZERO, Duration.ofHours(25), Duration.ofMillis(61_500)}) {
      assertThat(refusal(() -> Times.duration(Times.duration(bad), Limits.VISIT_DURATION, "x")))
          .isInstanceOf(Refusal.FieldsInvalid.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GMT+2",
        "+02:00",
        "UTC+1",
        "Mars/Olympus",
        "",
        "europe/berlin",
        "SystemV/PST8",
        "Z"
      })
  void whatIsNoZoneOfTheTzDatabaseIsRefused(String id) {
    assertThat(refusal(() -> Zones.zone(id, "timeZone")))
        .isEqualTo(new Refusal.ZoneUnknown("timeZone", id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Europe/Berlin", "Australia/Lord_Howe", "UTC", "Etc/GMT+2", "Asia/Kolkata"})
  void zonesOfTheTzDatabaseAreRead(String id) {
    assertThat(Zones.zone(id, "timeZone").getId()).isEqualTo(id);
  }

  @Test
  void anEtagIsTheVersionInQuotes() {
    assertThat(Etags.of(7)).isEqualTo("\"7\"");
    Etags.check("", "tickets/1", 7);
    Etags.check("\"7\"", "tickets/1", 7);
    assertThat(refusal(() -> Etags.check("7", "tickets/1", 7)))
        .isEqualTo(new Refusal.EtagMismatch("tickets/1", "\"7\""));
  }

  private static Refusal refusal(ThrowingCallable work) {
    return catchThrowableOfType(RefusedException.class, work).refusal();
  }
}
