package org.supportcenter.engine.policy;

import static org.supportcenter.engine.resource.Presence.duration;
import static org.supportcenter.engine.resource.Presence.set;
import static org.supportcenter.engine.resource.Presence.setDuration;

import org.supportcenter.domain.policy.Limits;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Stored;
import org.supportcenter.v1.Policy;

/** Policies on the wire, whosever they are. What is unset is inherited. */
public final class PolicyMessages {

  /** The name of the tenant's own policy. */
  public static final String TENANT = "settings/policy";

  private PolicyMessages() {}

  /**
   * A policy for the wire.
   *
   * @param name of the resource
   */
  public static Policy message(
      String name, Stored<?, org.supportcenter.domain.policy.Policy> stored) {
    return message(stored.content()).setName(name).setEtag(Etags.of(stored.version())).build();
  }

  /** The policy after an update; refuses what makes no sense. */
  public static org.supportcenter.domain.policy.Policy edited(
      org.supportcenter.domain.policy.Policy current, UpdateMask mask, Policy update) {
    return policy(mask.apply(message(current).build(), update));
  }

  static Policy.Builder message(org.supportcenter.domain.policy.Policy policy) {
    var message = Policy.newBuilder();
    set(policy.weeklyHours(), it -> message.addAllWeeklyHours(HoursMessages.ofWeek(it)));
    setDuration(policy.bufferBefore(), message::setBufferBefore);
    setDuration(policy.bufferAfter(), message::setBufferAfter);
    set(policy.maxDailyAppointments(), message::setMaxDailyAppointments);
    setDuration(policy.defaultDuration(), message::setDefaultDuration);
    setDuration(policy.minimumNotice(), message::setMinimumNotice);
    set(policy.advanceBookingDays(), message::setAdvanceBookingDays);
    setDuration(policy.slotStep(), message::setSlotStep);
    set(policy.preventCustomerOverlap(), message::setPreventCustomerOverlap);
    setDuration(policy.customerChangeCutoff(), message::setCustomerChangeCutoff);
    return message;
  }

  private static org.supportcenter.domain.policy.Policy policy(Policy it) {
    return new org.supportcenter.domain.policy.Policy(
        HoursMessages.readWeek(it.getWeeklyHoursList()),
        duration(it.hasBufferBefore(), it.getBufferBefore(), Limits.BUFFER, "policy.bufferBefore"),
        duration(it.hasBufferAfter(), it.getBufferAfter(), Limits.BUFFER, "policy.bufferAfter"),
        it.hasMaxDailyAppointments() ? it.getMaxDailyAppointments() : null,
        duration(
            it.hasDefaultDuration(),
            it.getDefaultDuration(),
            Limits.VISIT_DURATION,
            "policy.defaultDuration"),
        duration(
            it.hasMinimumNotice(), it.getMinimumNotice(), Limits.NOTICE, "policy.minimumNotice"),
        it.hasAdvanceBookingDays() ? it.getAdvanceBookingDays() : null,
        duration(it.hasSlotStep(), it.getSlotStep(), Limits.SLOT_STEP, "policy.slotStep"),
        it.hasPreventCustomerOverlap() ? it.getPreventCustomerOverlap() : null,
        duration(
            it.hasCustomerChangeCutoff(),
            it.getCustomerChangeCutoff(),
            Limits.CHANGE_CUTOFF,
            "policy.customerChangeCutoff"));
  }
}
