package org.supportcenter.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.time.LocalHours;
import org.supportcenter.domain.time.WeeklyHours;

class PolicyResolverTest {

  private static final WeeklyHours NIGHTS =
      WeeklyHours.of(LocalHours.of("22:00", "06:00"), DayOfWeek.MONDAY);

  @Test
  void everythingFallsBackToTheDefaults() {
    var effective = PolicyResolver.resolve(Policy.INHERITED, Policy.INHERITED, null);

    assertThat(effective.weeklyHours()).isEqualTo(PolicyDefaults.WEEKLY_HOURS);
    assertThat(effective.maxDailyAppointments()).isNull();
    assertThat(effective.defaultDuration()).isEqualTo(Duration.ofHours(1));
    assertThat(effective.slotStep()).isEqualTo(Duration.ofMinutes(15));
    assertThat(effective.preventCustomerOverlap()).isTrue();
    assertThat(effective.origins()).containsOnlyKeys(PolicyField.values());
    assertThat(effective.origins().values()).containsOnly(Origin.DEFAULT);
  }

  @Test
  void theNearerLevelWinsFieldByField() {
    var tenant =
        new Policy(
            NIGHTS,
            minutes(5),
            minutes(10),
            8,
            minutes(30),
            minutes(60),
            30,
            minutes(20),
            false,
            minutes(90));
    var technician =
        new Policy(null, minutes(6), minutes(11), 3, minutes(40), null, null, null, true, null);
    var serviceType =
        new ServiceTypeRules(minutes(45), null, minutes(0), minutes(0), 7, Set.of("phone"));

    var effective = PolicyResolver.resolve(tenant, technician, serviceType);

    assertThat(effective.weeklyHours()).isEqualTo(NIGHTS);
    assertThat(effective.bufferBefore()).isEqualTo(minutes(6));
    assertThat(effective.bufferAfter()).isEqualTo(minutes(0));
    assertThat(effective.maxDailyAppointments()).isEqualTo(3);
    assertThat(effective.defaultDuration()).isEqualTo(minutes(45));
    assertThat(effective.minimumNotice()).isEqualTo(minutes(0));
    assertThat(effective.advanceBookingDays()).isEqualTo(7);
    assertThat(effective.slotStep()).isEqualTo(minutes(20));
    assertThat(effective.preventCustomerOverlap()).isTrue();
    assertThat(effective.customerChangeCutoff()).isEqualTo(minutes(90));
    assertThat(effective.origins())
        .containsOnly(
            entry(PolicyField.WEEKLY_HOURS, Origin.TENANT),
            entry(PolicyField.BUFFER_BEFORE, Origin.TECHNICIAN),
            entry(PolicyField.BUFFER_AFTER, Origin.SERVICE_TYPE),
            entry(PolicyField.MAX_DAILY_APPOINTMENTS, Origin.TECHNICIAN),
            entry(PolicyField.DEFAULT_DURATION, Origin.SERVICE_TYPE),
            entry(PolicyField.MINIMUM_NOTICE, Origin.SERVICE_TYPE),
            entry(PolicyField.ADVANCE_BOOKING_DAYS, Origin.SERVICE_TYPE),
            entry(PolicyField.SLOT_STEP, Origin.TENANT),
            entry(PolicyField.PREVENT_CUSTOMER_OVERLAP, Origin.TECHNICIAN),
            entry(PolicyField.CUSTOMER_CHANGE_CUTOFF, Origin.TENANT));
  }

  @Test
  void hoursWithoutAnyIntervalAreInherited() {
    var empty = new Policy(WeeklyHours.NONE, null, null, null, null, null, null, null, null, null);

    assertThat(PolicyResolver.resolve(empty, empty, null).weeklyHours())
        .isEqualTo(PolicyDefaults.WEEKLY_HOURS);
  }

  private static Duration minutes(int count) {
    return Duration.ofMinutes(count);
  }
}
