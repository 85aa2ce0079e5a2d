package org.supportcenter.engine.technician;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.type.DayOfWeek;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.CreateServiceTypeRequest;
import org.supportcenter.v1.EffectivePolicy;
import org.supportcenter.v1.EffectivePolicy.FieldOrigin;
import org.supportcenter.v1.EffectivePolicy.Origin;
import org.supportcenter.v1.GetEffectivePolicyRequest;
import org.supportcenter.v1.GetTechnicianPolicyRequest;
import org.supportcenter.v1.GetTenantPolicyRequest;
import org.supportcenter.v1.Policy;
import org.supportcenter.v1.ServiceType;
import org.supportcenter.v1.SettingsServiceGrpc;
import org.supportcenter.v1.SettingsServiceGrpc.SettingsServiceBlockingStub;
import org.supportcenter.v1.TechnicianServiceGrpc;
import org.supportcenter.v1.TechnicianServiceGrpc.TechnicianServiceBlockingStub;
import org.supportcenter.v1.UpdateTechnicianPolicyRequest;
import org.supportcenter.v1.UpdateTenantPolicyRequest;
import org.supportcenter.v1.WeeklyHours;

class PoliciesIT {

  private static final Policy WHOLE =
      Policy.newBuilder()
          .addWeeklyHours(hours(DayOfWeek.SUNDAY, "22:00", "06:00"))
          .addWeeklyHours(hours(DayOfWeek.MONDAY, "09:00", "12:00"))
          .addWeeklyHours(hours(DayOfWeek.MONDAY, "11:00", "24:00"))
          .setBufferBefore(seconds(300))
          .setBufferAfter(seconds(900))
          .setMaxDailyAppointments(8)
          .setDefaultDuration(seconds(5400))
          .setMinimumNotice(seconds(7200))
          .setAdvanceBookingDays(0)
          .setSlotStep(seconds(60))
          .setPreventCustomerOverlap(false)
          .setCustomerChangeCutoff(seconds(0))
          .build();

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private String technician;
  private TechnicianServiceBlockingStub technicians;
  private SettingsServiceBlockingStub settings;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    technician = "technicians/" + engine.seeds().technician(tenant, "Europe/Berlin");
    var channel = engine.as(engine.seeds().key(tenant, Role.MANAGER));
    technicians = TechnicianServiceGrpc.newBlockingStub(channel);
    settings = SettingsServiceGrpc.newBlockingStub(channel);
  }

  @Test
  void anUntouchedPolicyInheritsEverything() {
    assertThat(get(technician))
        .isEqualTo(Policy.newBuilder().setName(technician + "/policy").setEtag("\"0\"").build());
    assertThat(settings.getTenantPolicy(GetTenantPolicyRequest.getDefaultInstance()))
        .isEqualTo(Policy.newBuilder().setName("settings/policy").setEtag("\"0\"").build());
  }

  @Test
  void whatWasSetComesBackInItsOrder() {
    assertThat(set(update(WHOLE))).isEqualTo(WHOLE);
    assertThat(set(get(technician))).isEqualTo(WHOLE);
    assertThat(set(updateTenant(WHOLE))).isEqualTo(WHOLE);
  }

  @Test
  void fieldsThatAreNotInTheMaskStayAndAbsentOnesAreInheritedAgain() {
    update(WHOLE);

    var changed =
        update(
            Policy.newBuilder().setSlotStep(seconds(600)).setBufferAfter(seconds(1)).build(),
            "slot_step",
            "weeklyHours",
            "maxDailyAppointments");

    assertThat(set(changed))
        .isEqualTo(
            WHOLE.toBuilder()
                .setSlotStep(seconds(600))
                .clearWeeklyHours()
                .clearMaxDailyAppointments()
                .build());
    assertThat(set(update(Policy.getDefaultInstance(), "*")))
        .isEqualTo(Policy.getDefaultInstance());
  }

  @Test
  void aStaleEtagChangesNothing() {
    assertThat(update(Policy.newBuilder(WHOLE).setEtag("\"0\"").build()).getEtag())
        .isEqualTo("\"1\"");

    assertThat(reason(() -> update(Policy.newBuilder().setEtag("\"0\"").build(), "*")))
        .isEqualTo("ETAG_MISMATCH");
    assertThat(set(get(technician))).isEqualTo(WHOLE);
  }

  @Test
  void durationsAreWholeSecondsInTheirRange() {
    var fraction = Duration.newBuilder().setSeconds(60).setNanos(1).build();

    assertThat(invalidField(() -> update(Policy.newBuilder().setSlotStep(fraction).build())))
        .isEqualTo("policy.slotStep");
    assertThat(
            invalidField(() -> updateTenant(Policy.newBuilder().setBufferAfter(fraction).build())))
        .isEqualTo("policy.bufferAfter");
    assertThat(invalidField(() -> update(Policy.newBuilder().setBufferBefore(seconds(-1)).build())))
        .isEqualTo("policy.bufferBefore");
    assertThat(invalidField(() -> update(Policy.newBuilder().setMaxDailyAppointments(0).build())))
        .isEqualTo("policy.maxDailyAppointments");
    assertThat(
            invalidField(
                () ->
                    update(
                        Policy.newBuilder()
                            .addWeeklyHours(hours(DayOfWeek.MONDAY, "24:00", "24:00"))
                            .build())))
        .isEqualTo("policy.weeklyHours[0].from");
  }

  @Test
  void eachEffectiveFieldSaysWhereItCameFrom() {
    updateTenant(
        Policy.newBuilder()
            .setBufferAfter(seconds(900))
            .setMaxDailyAppointments(5)
            .setMinimumNotice(seconds(60))
            .build());
    update(Policy.newBuilder().setMaxDailyAppointments(3).build());
    var serviceType =
        settings.createServiceType(
            CreateServiceTypeRequest.newBuilder()
                .setServiceType(
                    ServiceType.newBuilder().setDisplayName("Short").setDuration(seconds(600)))
                .build());

    var effective = effective(serviceType.getName());

    assertThat(effective.getName()).isEqualTo(technician + "/effectivePolicy");
    var policy = effective.getPolicy();
    assertThat(policy.getWeeklyHoursList())
        .hasSize(5)
        .contains(hours(DayOfWeek.FRIDAY, "09:00", "17:00"));
    assertThat(policy.getBufferAfter()).isEqualTo(seconds(900));
    assertThat(policy.getMaxDailyAppointments()).isEqualTo(3);
    assertThat(policy.getDefaultDuration()).isEqualTo(seconds(600));
    assertThat(effective.getOriginsList())
        .containsExactly(
            origin("weeklyHours", Origin.DEFAULT),
            origin("bufferBefore", Origin.DEFAULT),
            origin("bufferAfter", Origin.TENANT),
            origin("maxDailyAppointments", Origin.TECHNICIAN),
            origin("defaultDuration", Origin.SERVICE_TYPE),
            origin("minimumNotice", Origin.TENANT),
            origin("advanceBookingDays", Origin.DEFAULT),
            origin("slotStep", Origin.DEFAULT),
            origin("preventCustomerOverlap", Origin.DEFAULT),
            origin("customerChangeCutoff", Origin.DEFAULT));
    assertThat(effective("").getPolicy().getDefaultDuration()).isEqualTo(seconds(3600));
  }

  @Test
  void whatDoesNotExistHasNoPolicy() {
    var nobody = "technicians/" + UUID.randomUUID();
    var elsewhere =
        "technicians/" + engine.seeds().technician(engine.seeds().tenant(), "Europe/Berlin");

    assertThat(reason(() -> get(nobody))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> get(elsewhere))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(
            reason(
                () ->
                    technicians.updateTechnicianPolicy(
                        UpdateTechnicianPolicyRequest.newBuilder()
                            .setPolicy(WHOLE.toBuilder().setName(elsewhere + "/policy"))
                            .build())))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> effective("serviceTypes/" + UUID.randomUUID())))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void aTechnicianReadsItsOwnPolicyOnly() {
    var id = UUID.fromString(technician.substring("technicians/".length()));
    var own =
        TechnicianServiceGrpc.newBlockingStub(engine.as(engine.seeds().technicianKey(tenant, id)));
    var colleague = "technicians/" + engine.seeds().technician(tenant, "Europe/Berlin");

    assertThat(own.getTechnicianPolicy(policyOf(technician)).getName())
        .isEqualTo(technician + "/policy");
    assertThat(reason(() -> own.getTechnicianPolicy(policyOf(colleague))))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(
            reason(
                () ->
                    own.getEffectivePolicy(
                        GetEffectivePolicyRequest.newBuilder()
                            .setName(colleague + "/effectivePolicy")
                            .build())))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  private static FieldOrigin origin(String field, Origin origin) {
    return FieldOrigin.newBuilder().setField(field).setOrigin(origin).build();
  }

  private static GetTechnicianPolicyRequest policyOf(String technician) {
    return GetTechnicianPolicyRequest.newBuilder().setName(technician + "/policy").build();
  }

  private Policy get(String technician) {
    return technicians.getTechnicianPolicy(policyOf(technician));
  }

  private EffectivePolicy effective(String serviceType) {
    return technicians.getEffectivePolicy(
        GetEffectivePolicyRequest.newBuilder()
            .setName(technician + "/effectivePolicy")
            .setServiceType(serviceType)
            .build());
  }

  private Policy update(Policy policy, String... mask) {
    return technicians.updateTechnicianPolicy(
        UpdateTechnicianPolicyRequest.newBuilder()
            .setPolicy(policy.toBuilder().setName(technician + "/policy"))
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
            .build());
  }

  private Policy updateTenant(Policy policy) {
    return settings.updateTenantPolicy(
        UpdateTenantPolicyRequest.newBuilder().setPolicy(policy).build());
  }

  private static Policy set(Policy policy) {
    return policy.toBuilder().clearName().clearEtag().build();
  }

  private static WeeklyHours hours(DayOfWeek day, String from, String to) {
    return WeeklyHours.newBuilder().setDay(day).setFrom(from).setTo(to).build();
  }

  private static Duration seconds(long seconds) {
    return Duration.newBuilder().setSeconds(seconds).build();
  }
}
