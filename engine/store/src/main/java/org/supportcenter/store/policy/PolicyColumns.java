package org.supportcenter.store.policy;

import static org.supportcenter.schema.jooq.Tables.TECHNICIAN_POLICY;
import static org.supportcenter.schema.jooq.Tables.TENANT_POLICY;

import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.Policy;
import org.supportcenter.domain.time.WeeklyHours;
import org.supportcenter.store.Seconds;

/** The columns of a policy, which the tenant's and the technicians' table have in common. */
public record PolicyColumns(
    Field<String[]> weeklyHours,
    Field<Integer> bufferBefore,
    Field<Integer> bufferAfter,
    Field<Integer> maxDailyAppointments,
    Field<Integer> defaultDuration,
    Field<Integer> minimumNotice,
    Field<Integer> advanceBookingDays,
    Field<Integer> slotStep,
    Field<Boolean> preventCustomerOverlap,
    Field<Integer> customerChangeCutoff) {

  /** The tenant's own policy. */
  public static final PolicyColumns TENANT =
      new PolicyColumns(
          TENANT_POLICY.WEEKLY_HOURS,
          TENANT_POLICY.BUFFER_BEFORE_SECONDS,
          TENANT_POLICY.BUFFER_AFTER_SECONDS,
          TENANT_POLICY.MAX_DAILY_APPOINTMENTS,
          TENANT_POLICY.DEFAULT_DURATION_SECONDS,
          TENANT_POLICY.MINIMUM_NOTICE_SECONDS,
          TENANT_POLICY.ADVANCE_BOOKING_DAYS,
          TENANT_POLICY.SLOT_STEP_SECONDS,
          TENANT_POLICY.PREVENT_CUSTOMER_OVERLAP,
          TENANT_POLICY.CUSTOMER_CHANGE_CUTOFF_SECONDS);

  /** A technician's policy. */
  public static final PolicyColumns TECHNICIAN =
      new PolicyColumns(
          TECHNICIAN_POLICY.WEEKLY_HOURS,
          TECHNICIAN_POLICY.BUFFER_BEFORE_SECONDS,
          TECHNICIAN_POLICY.BUFFER_AFTER_SECONDS,
          TECHNICIAN_POLICY.MAX_DAILY_APPOINTMENTS,
          TECHNICIAN_POLICY.DEFAULT_DURATION_SECONDS,
          TECHNICIAN_POLICY.MINIMUM_NOTICE_SECONDS,
          TECHNICIAN_POLICY.ADVANCE_BOOKING_DAYS,
          TECHNICIAN_POLICY.SLOT_STEP_SECONDS,
          TECHNICIAN_POLICY.PREVENT_CUSTOMER_OVERLAP,
          TECHNICIAN_POLICY.CUSTOMER_CHANGE_CUTOFF_SECONDS);

  /** All of them, to be selected. */
  public List<Field<?>> all() {
    return List.of(
        weeklyHours,
        bufferBefore,
        bufferAfter,
        maxDailyAppointments,
        defaultDuration,
        minimumNotice,
        advanceBookingDays,
        slotStep,
        preventCustomerOverlap,
        customerChangeCutoff);
  }

  /** The policy a row holds; of an outer join without a row, one that inherits everything. */
  public Policy read(Record row) {
    return new Policy(
        readHours(row.get(weeklyHours)),
        Seconds.read(row.get(bufferBefore)),
        Seconds.read(row.get(bufferAfter)),
        row.get(maxDailyAppointments),
        Seconds.read(row.get(defaultDuration)),
        Seconds.read(row.get(minimumNotice)),
        row.get(advanceBookingDays),
        Seconds.read(row.get(slotStep)),
        row.get(preventCustomerOverlap),
        Seconds.read(row.get(customerChangeCutoff)));
  }

  /** Sets the columns of a row so that they hold the policy. */
  public void write(Policy policy, Record row) {
    var hours = policy.weeklyHours();
    row.set(weeklyHours, hours == null ? null : HoursText.ofWeek(hours));
    row.set(bufferBefore, Seconds.of(policy.bufferBefore()));
    row.set(bufferAfter, Seconds.of(policy.bufferAfter()));
    row.set(maxDailyAppointments, policy.maxDailyAppointments());
    row.set(defaultDuration, Seconds.of(policy.defaultDuration()));
    row.set(minimumNotice, Seconds.of(policy.minimumNotice()));
    row.set(advanceBookingDays, policy.advanceBookingDays());
    row.set(slotStep, Seconds.of(policy.slotStep()));
    row.set(preventCustomerOverlap, policy.preventCustomerOverlap());
    row.set(customerChangeCutoff, Seconds.of(policy.customerChangeCutoff()));
  }

  private static @Nullable WeeklyHours readHours(String @Nullable [] column) {
    return column == null ? null : HoursText.readWeek(column);
  }
}
