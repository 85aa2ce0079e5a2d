package org.supportcenter.domain.policy;

import static org.supportcenter.domain.policy.Origin.DEFAULT;
import static org.supportcenter.domain.policy.Origin.SERVICE_TYPE;
import static org.supportcenter.domain.policy.Origin.TECHNICIAN;
import static org.supportcenter.domain.policy.Origin.TENANT;
import static org.supportcenter.domain.policy.PolicyField.ADVANCE_BOOKING_DAYS;
import static org.supportcenter.domain.policy.PolicyField.BUFFER_AFTER;
import static org.supportcenter.domain.policy.PolicyField.BUFFER_BEFORE;
import static org.supportcenter.domain.policy.PolicyField.CUSTOMER_CHANGE_CUTOFF;
import static org.supportcenter.domain.policy.PolicyField.DEFAULT_DURATION;
import static org.supportcenter.domain.policy.PolicyField.MAX_DAILY_APPOINTMENTS;
import static org.supportcenter.domain.policy.PolicyField.MINIMUM_NOTICE;
import static org.supportcenter.domain.policy.PolicyField.PREVENT_CUSTOMER_OVERLAP;
import static org.supportcenter.domain.policy.PolicyField.SLOT_STEP;
import static org.supportcenter.domain.policy.PolicyField.WEEKLY_HOURS;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Combines the levels of policy, field by field: the service type's value wins over the
 * technician's, that over the tenant's, that over {@link PolicyDefaults}. The only place that does.
 */
public final class PolicyResolver {

  private final Policy tenant;
  private final Policy technician;
  private final ServiceTypeRules serviceType;
  private final Map<PolicyField, Origin> origins = new EnumMap<>(PolicyField.class);

  private PolicyResolver(Policy tenant, Policy technician, ServiceTypeRules serviceType) {
    this.tenant = tenant;
    this.technician = technician;
    this.serviceType = serviceType;
  }

  /**
   * The policy a booking of the service type with the technician is made under.
   *
   * @param serviceType null when the booking names none
   */
  public static EffectivePolicy resolve(
      Policy tenant, Policy technician, @Nullable ServiceTypeRules serviceType) {
    return new PolicyResolver(
            tenant, technician, serviceType == null ? ServiceTypeRules.NONE : serviceType)
        .resolve();
  }

  private EffectivePolicy resolve() {
    return new EffectivePolicy(
        pick(WEEKLY_HOURS, null, Policy::weeklyHours, PolicyDefaults.WEEKLY_HOURS),
        pick(
            BUFFER_BEFORE, serviceType.bufferBefore(), Policy::bufferBefore, PolicyDefaults.BUFFER),
        pick(BUFFER_AFTER, serviceType.bufferAfter(), Policy::bufferAfter, PolicyDefaults.BUFFER),
        given(MAX_DAILY_APPOINTMENTS, null, Policy::maxDailyAppointments),
        pick(
            DEFAULT_DURATION,
            serviceType.duration(),
            Policy::defaultDuration,
            PolicyDefaults.DURATION),
        pick(
            MINIMUM_NOTICE,
            serviceType.minimumNotice(),
            Policy::minimumNotice,
            PolicyDefaults.MINIMUM_NOTICE),
        pick(
            ADVANCE_BOOKING_DAYS,
            serviceType.advanceBookingDays(),
            Policy::advanceBookingDays,
            PolicyDefaults.ADVANCE_BOOKING_DAYS),
        pick(SLOT_STEP, null, Policy::slotStep, PolicyDefaults.SLOT_STEP),
        pick(
            PREVENT_CUSTOMER_OVERLAP,
            null,
            Policy::preventCustomerOverlap,
            PolicyDefaults.PREVENT_CUSTOMER_OVERLAP),
        pick(
            CUSTOMER_CHANGE_CUTOFF,
            null,
            Policy::customerChangeCutoff,
            PolicyDefaults.CUSTOMER_CHANGE_CUTOFF),
        origins);
  }

  private <T> T pick(
      PolicyField field,
      @Nullable T ofServiceType,
      Function<Policy, @Nullable T> read,
      T otherwise) {
    var value = given(field, ofServiceType, read);
    return value == null ? otherwise : value;
  }

  private <T> @Nullable T given(
      PolicyField field, @Nullable T ofServiceType, Function<Policy, @Nullable T> read) {
    if (ofServiceType != null) {
      origins.put(field, SERVICE_TYPE);
      return ofServiceType;
    }
    var ofTechnician = read.apply(technician);
    if (ofTechnician != null) {
      origins.put(field, TECHNICIAN);
      return ofTechnician;
    }
    var ofTenant = read.apply(tenant);
    origins.put(field, ofTenant == null ? DEFAULT : TENANT);
    return ofTenant;
  }
}
