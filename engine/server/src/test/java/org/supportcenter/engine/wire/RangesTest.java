package org.supportcenter.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.validate.ValidateProto;
import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.access.KeyRules;
import org.supportcenter.domain.plan.PlanLimits;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.policy.Limits.DurationRange;
import org.supportcenter.domain.travel.TravelSettings;
import org.supportcenter.v1.ApiKey;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.CreateHoldRequest;
import org.supportcenter.v1.Hold;
import org.supportcenter.v1.ListSlotsRequest;
import org.supportcenter.v1.PlanSettings;
import org.supportcenter.v1.Policy;
import org.supportcenter.v1.ServiceType;
import org.supportcenter.v1.TravelLeg;

/** The ranges that the contract tells callers are those that the domain keeps. */
class RangesTest {

  private static final Map<String, DurationRange> BY_NAME =
      Map.of(
          "duration", Limits.VISIT_DURATION,
          "default_duration", Limits.VISIT_DURATION,
          "buffer_before", Limits.BUFFER,
          "buffer_after", Limits.BUFFER,
          "slot_step", Limits.SLOT_STEP,
          "minimum_notice", Limits.NOTICE,
          "customer_change_cutoff", Limits.CHANGE_CUTOFF,
          "ttl", Limits.HOLD_TIME_TO_LIVE,
          "default_time_limit", PlanLimits.RANGE,
          "maximum_time_limit", PlanLimits.RANGE);

  private static final List<FileDescriptor> FILES =
      List.of(
          Appointment.getDescriptor().getFile(),
          CreateHoldRequest.getDescriptor().getFile(),
          Hold.getDescriptor().getFile(),
          ListSlotsRequest.getDescriptor().getFile(),
          PlanSettings.getDescriptor().getFile(),
          Policy.getDescriptor().getFile(),
          ServiceType.getDescriptor().getFile(),
          TravelLeg.getDescriptor().getFile());

  @Test
  void ofDurationsAreTheSameInTheContractAndInTheDomain() {
    var told = new TreeMap<String, DurationRange>();
    var kept = new TreeMap<String, DurationRange>();
    FILES.stream()
        .distinct()
        .flatMap(file -> file.getMessageTypes().stream())
        .flatMap(message -> message.getFields().stream())
        .filter(RangesTest::isGiven)
        .forEach(
            field -> {
              told.put(field.getFullName(), told(field));
              kept.put(field.getFullName(), kept(field));
            });

    assertThat(told).isEqualTo(kept).hasSizeGreaterThan(BY_NAME.size());
  }

  @Test
  void ofAKeysNameIsTheSameInTheContractAndInTheDomain() {
    var name = ApiKey.getDescriptor().findFieldByNumber(ApiKey.DISPLAY_NAME_FIELD_NUMBER);

    assertThat(name.getOptions().getExtension(ValidateProto.field).getString().getMaxLen())
        .isEqualTo(KeyRules.LONGEST_NAME);
  }

  private static boolean isGiven(FieldDescriptor field) {
    return BY_NAME.containsKey(field.getName())
        && !field
            .getOptions()
            .getExtension(FieldBehaviorProto.fieldBehavior)
            .contains(FieldBehavior.OUTPUT_ONLY);
  }

  private static DurationRange kept(FieldDescriptor field) {
    return field.getContainingType().equals(TravelLeg.getDescriptor())
        ? TravelSettings.LEG
        : BY_NAME.get(field.getName());
  }

  private static DurationRange told(FieldDescriptor field) {
    var rules = field.getOptions().getExtension(ValidateProto.field).getDuration();
    return new DurationRange(duration(rules.getGte()), duration(rules.getLte()));
  }

  private static Duration duration(com.google.protobuf.Duration message) {
    return Duration.ofSeconds(message.getSeconds(), message.getNanos());
  }
}
