package org.supportcenter.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.error;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.engine.testing.Paging;
import org.supportcenter.engine.testing.SeededVisits;
import org.supportcenter.v1.Closure;
import org.supportcenter.v1.CreateClosureRequest;
import org.supportcenter.v1.CreateServiceTypeRequest;
import org.supportcenter.v1.DeleteClosureRequest;
import org.supportcenter.v1.DeleteServiceTypeRequest;
import org.supportcenter.v1.GetClosureRequest;
import org.supportcenter.v1.GetServiceTypeRequest;
import org.supportcenter.v1.ListClosuresRequest;
import org.supportcenter.v1.ListServiceTypesRequest;
import org.supportcenter.v1.ServiceType;
import org.supportcenter.v1.SettingsServiceGrpc;
import org.supportcenter.v1.SettingsServiceGrpc.SettingsServiceBlockingStub;
import org.supportcenter.v1.UpdateClosureRequest;
import org.supportcenter.v1.UpdateServiceTypeRequest;

class SettingsIT {

  private static final Closure CHRISTMAS =
      Closure.newBuilder()
          .setStartDate("2026-12-24")
          .setEndDate("2026-12-26")
          .setLabel("<b>Christmas</b>'; --")
          .build();

  private static final ServiceType WHOLE =
      ServiceType.newBuilder()
          .setDisplayName("Router <i>\"'")
          .setDuration(seconds(5400))
          .setBufferBefore(seconds(0))
          .setBufferAfter(seconds(600))
          .setMinimumNotice(seconds(86400))
          .setAdvanceBookingDays(0)
          .addRequiredSkills("network")
          .addRequiredSkills("ladder")
          .build();

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private SettingsServiceBlockingStub settings;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    settings =
        SettingsServiceGrpc.newBlockingStub(engine.as(engine.seeds().key(tenant, Role.MANAGER)));
  }

  @Test
  void aClosureIsCreatedReadChangedAndDeleted() {
    var created = create(CHRISTMAS);
    var name = created.getName();
    var named = GetClosureRequest.newBuilder().setName(name).build();
    assertThat(created.toBuilder().clearName().clearEtag().build()).isEqualTo(CHRISTMAS);
    assertThat(settings.getClosure(named)).isEqualTo(created);

    var changed =
        settings.updateClosure(
            UpdateClosureRequest.newBuilder()
                .setClosure(Closure.newBuilder().setName(name).setEndDate("2026-12-24"))
                .build());
    assertThat(changed.getEndDate()).isEqualTo("2026-12-24");
    assertThat(changed.getLabel()).isEqualTo(CHRISTMAS.getLabel());

    settings.deleteClosure(DeleteClosureRequest.newBuilder().setName(name).build());
    assertThat(reason(() -> settings.getClosure(named))).isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void aClosureEndsOnARealDateNotBeforeItStarts() {
    assertThat(invalidField(() -> create(CHRISTMAS.toBuilder().setEndDate("2026-12-23").build())))
        .isEqualTo("closure.endDate");
    assertThat(invalidField(() -> create(CHRISTMAS.toBuilder().setStartDate("2026-11-31").build())))
        .isEqualTo("closure.startDate");
    assertThat(invalidField(() -> create(CHRISTMAS.toBuilder().clearEndDate().build())))
        .isEqualTo("closure.endDate");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 1000})
  void closuresAreListedInTheirOrderAndWindow(int size) {
    create(CHRISTMAS.toBuilder().setStartDate("2027-01-01").setEndDate("2027-01-01").build());
    create(CHRISTMAS);
    create(CHRISTMAS.toBuilder().setEndDate("2026-12-31").build());
    create(CHRISTMAS.toBuilder().setEndDate("2026-12-25").build());

    var starts =
        Paging.all(
            size,
            (pageSize, token) -> {
              var response =
                  settings.listClosures(
                      ListClosuresRequest.newBuilder()
                          .setStartDate("2026-12-26")
                          .setEndDate("2026-12-31")
                          .setPageSize(pageSize)
                          .setPageToken(token)
                          .build());
              return new Paging.Page<>(
                  response.getClosuresList().stream().map(Closure::getEndDate).toList(),
                  response.getNextPageToken());
            });

    assertThat(starts).containsExactlyInAnyOrder("2026-12-26", "2026-12-31");
  }

  @Test
  void aServiceTypeIsCreatedReadChangedAndDeleted() {
    var created = create(WHOLE);
    var name = created.getName();
    var named = GetServiceTypeRequest.newBuilder().setName(name).build();
    assertThat(created.toBuilder().clearName().clearEtag().build()).isEqualTo(WHOLE);
    assertThat(settings.getServiceType(named)).isEqualTo(created);

    var changed =
        update(
            ServiceType.newBuilder().setName(name).setBufferAfter(seconds(60)).build(),
            "bufferAfter",
            "duration",
            "advance_booking_days",
            "requiredSkills");
    assertThat(changed.toBuilder().clearName().clearEtag().build())
        .isEqualTo(
            WHOLE.toBuilder()
                .setBufferAfter(seconds(60))
                .clearDuration()
                .clearAdvanceBookingDays()
                .clearRequiredSkills()
                .build());

    var deletion = DeleteServiceTypeRequest.newBuilder().setName(name).setEtag("\"1\"");
    assertThat(reason(() -> settings.deleteServiceType(deletion.build())))
        .isEqualTo("ETAG_MISMATCH");
    settings.deleteServiceType(deletion.clearEtag().build());
    assertThat(reason(() -> settings.getServiceType(named))).isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void aServiceTypeThatWasBookedCannotBeDeleted() {
    var name = create(WHOLE).getName();
    var visits = new SeededVisits(engine.seeds(), tenant);
    var customer = engine.seeds().customer(tenant);
    var technician = engine.seeds().technician(tenant, "Europe/Berlin");
    visits.visit(technician, customer, visits.ticket(customer));
    engine
        .seeds()
        .execute(
            tenant,
            "UPDATE appointment SET service_type_id = ?",
            UUID.fromString(name.substring("serviceTypes/".length())));

    var refused =
        error(
            () ->
                settings.deleteServiceType(
                    DeleteServiceTypeRequest.newBuilder().setName(name).build()));

    assertThat(EngineExtension.info(refused).getReason()).isEqualTo("RESOURCE_IN_USE");
    assertThat(refused.getStatus().getDescription()).contains("1 appointment");
  }

  @Test
  void serviceTypesNeedANameAndWholeSeconds() {
    var fraction = Duration.newBuilder().setSeconds(90).setNanos(5).build();

    assertThat(invalidField(() -> create(WHOLE.toBuilder().setDisplayName("").build())))
        .isEqualTo("serviceType.displayName");
    assertThat(invalidField(() -> create(WHOLE.toBuilder().setDuration(fraction).build())))
        .isEqualTo("serviceType.duration");
    assertThat(invalidField(() -> create(WHOLE.toBuilder().setDuration(seconds(59)).build())))
        .isEqualTo("serviceType.duration");
  }

  @Test
  void serviceTypesAreListedByName() {
    create(WHOLE.toBuilder().setDisplayName("b").build());
    create(WHOLE.toBuilder().setDisplayName("a").build());

    var listed = settings.listServiceTypes(ListServiceTypesRequest.getDefaultInstance());

    assertThat(listed.getServiceTypesList())
        .extracting(ServiceType::getDisplayName)
        .containsExactly("a", "b");
  }

  @Test
  void whatAnotherTenantSetIsNotSeen() {
    var elsewhere =
        SettingsServiceGrpc.newBlockingStub(
            engine.as(engine.seeds().key(engine.seeds().tenant(), Role.ADMIN)));
    var closure = create(CHRISTMAS).getName();
    var serviceType = create(WHOLE).getName();

    assertThat(
            reason(
                () ->
                    elsewhere.getClosure(GetClosureRequest.newBuilder().setName(closure).build())))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(
            reason(
                () ->
                    elsewhere.deleteServiceType(
                        DeleteServiceTypeRequest.newBuilder().setName(serviceType).build())))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  private Closure create(Closure closure) {
    return settings.createClosure(CreateClosureRequest.newBuilder().setClosure(closure).build());
  }

  private ServiceType create(ServiceType serviceType) {
    return settings.createServiceType(
        CreateServiceTypeRequest.newBuilder().setServiceType(serviceType).build());
  }

  private ServiceType update(ServiceType serviceType, String... mask) {
    return settings.updateServiceType(
        UpdateServiceTypeRequest.newBuilder()
            .setServiceType(serviceType)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
            .build());
  }

  private static Duration seconds(long seconds) {
    return Duration.newBuilder().setSeconds(seconds).build();
  }
}
