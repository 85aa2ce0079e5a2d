package org.supportcenter.engine.policy;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.supportcenter.domain.policy.PolicyField;
import org.supportcenter.engine.wire.ChildName;
import org.supportcenter.v1.EffectivePolicy;
import org.supportcenter.v1.EffectivePolicy.FieldOrigin;
import org.supportcenter.v1.EffectivePolicy.Origin;
import org.supportcenter.v1.Policy;

/** Effective policies on the wire. */
public final class EffectivePolicyMessages {

  private EffectivePolicyMessages() {}

  /** The policy that applies to a technician, for the wire. */
  public static EffectivePolicy message(
      UUID technician, org.supportcenter.domain.policy.EffectivePolicy effective) {
    return EffectivePolicy.newBuilder()
        .setName(ChildName.effectivePolicy(technician))
        .setPolicy(PolicyMessages.message(filledIn(effective)))
        .addAllOrigins(
            Stream.of(PolicyField.values())
                .map(field -> origin(field, effective.origin(field)))
                .toList())
        .build();
  }

  private static org.supportcenter.domain.policy.Policy filledIn(
      org.supportcenter.domain.policy.EffectivePolicy effective) {
    return new org.supportcenter.domain.policy.Policy(
        effective.weeklyHours(),
        effective.bufferBefore(),
        effective.bufferAfter(),
        effective.maxDailyAppointments(),
        effective.defaultDuration(),
        effective.minimumNotice(),
        effective.advanceBookingDays(),
        effective.slotStep(),
        effective.preventCustomerOverlap(),
        effective.customerChangeCutoff());
  }

  private static FieldOrigin origin(
      PolicyField field, org.supportcenter.domain.policy.Origin origin) {
    var name = field.name().toLowerCase(Locale.ROOT);
    return FieldOrigin.newBuilder()
        .setField(Policy.getDescriptor().findFieldByName(name).getJsonName())
        .setOrigin(
            switch (origin) {
              case DEFAULT -> Origin.DEFAULT;
              case TENANT -> Origin.TENANT;
              case TECHNICIAN -> Origin.TECHNICIAN;
              case SERVICE_TYPE -> Origin.SERVICE_TYPE;
            })
        .build();
  }
}
