package org.supportcenter.engine.technician;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;
import java.time.Instant;
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
import org.supportcenter.v1.CreateDateOverrideRequest;
import org.supportcenter.v1.CreateTimeOffRequest;
import org.supportcenter.v1.DateOverride;
import org.supportcenter.v1.DeleteDateOverrideRequest;
import org.supportcenter.v1.DeleteTimeOffRequest;
import org.supportcenter.v1.GetDateOverrideRequest;
import org.supportcenter.v1.GetTimeOffRequest;
import org.supportcenter.v1.Hours;
import org.supportcenter.v1.ListDateOverridesRequest;
import org.supportcenter.v1.ListTimeOffRequest;
import org.supportcenter.v1.TechnicianServiceGrpc;
import org.supportcenter.v1.TechnicianServiceGrpc.TechnicianServiceBlockingStub;
import org.supportcenter.v1.TimeOff;
import org.supportcenter.v1.UpdateDateOverrideRequest;
import org.supportcenter.v1.UpdateTimeOffRequest;

/** Time off and date overrides. */
class TimesIT {

  private static final TimeOff AWAY =
      TimeOff.newBuilder()
          .setStartTime(at("2027-03-01T08:00:00Z"))
          .setEndTime(at("2027-03-02T08:00:00Z"))
          .setReason("<b>Flu</b>\n'); --")
          .build();

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private UUID id;
  private String technician;
  private TechnicianServiceBlockingStub technicians;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    id = engine.seeds().technician(tenant, "Europe/Berlin");
    technician = "technicians/" + id;
    technicians =
        TechnicianServiceGrpc.newBlockingStub(engine.as(engine.seeds().key(tenant, Role.MANAGER)));
  }

  @Test
  void timeOffIsCreatedReadChangedAndDeleted() {
    var created = create(AWAY);
    assertThat(created.toBuilder().clearName().clearEtag().build()).isEqualTo(AWAY);
    assertThat(technicians.getTimeOff(named(created.getName()))).isEqualTo(created);

    var changed =
        update(
            TimeOff.newBuilder()
                .setName(created.getName())
                .setEndTime(at("2027-03-01T09:00:00Z"))
                .build());
    assertThat(changed.getStartTime()).isEqualTo(AWAY.getStartTime());
    assertThat(changed.getEndTime()).isEqualTo(at("2027-03-01T09:00:00Z"));

    var stale = DeleteTimeOffRequest.newBuilder().setName(created.getName()).setEtag("\"1\"");
    assertThat(reason(() -> technicians.deleteTimeOff(stale.build()))).isEqualTo("ETAG_MISMATCH");
    technicians.deleteTimeOff(stale.setEtag("\"2\"").build());
    assertThat(reason(() -> technicians.getTimeOff(named(created.getName()))))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void timeOffEndsAfterItStarts() {
    assertThat(invalidField(() -> create(AWAY.toBuilder().clearStartTime().build())))
        .isEqualTo("timeOff.startTime");
    assertThat(invalidField(() -> create(AWAY.toBuilder().setEndTime(AWAY.getStartTime()).build())))
        .isEqualTo("timeOff.endTime");
    assertThat(
            invalidField(
                () -> create(AWAY.toBuilder().setEndTime(at("2200-01-01T00:00:00Z")).build())))
        .isEqualTo("timeOff.endTime");
    assertThat(
            invalidField(
                () -> create(AWAY.toBuilder().setEndTime(at("2027-03-02T08:00:00.5Z")).build())))
        .isEqualTo("timeOff.endTime");
    assertThat(
            invalidField(
                () ->
                    update(
                        create(AWAY).toBuilder().setEndTime(at("2027-01-01T00:00:00Z")).build())))
        .isEqualTo("timeOff.endTime");
  }

  @Test
  void timeOffIsListedByWhenItIs() {
    create(AWAY);
    create(AWAY);
    var window =
        ListTimeOffRequest.newBuilder()
            .setParent(technician)
            .setStartTime(at("2027-03-02T07:59:59Z"))
            .setEndTime(at("2027-03-03T00:00:00Z"));

    assertThat(technicians.listTimeOff(window.build()).getTimeOffList()).hasSize(2);
    assertThat(
            technicians
                .listTimeOff(window.setStartTime(AWAY.getEndTime()).build())
                .getTimeOffList())
        .isEmpty();
    assertThat(
            reason(
                () ->
                    technicians.listTimeOff(
                        window.setParent("technicians/" + UUID.randomUUID()).build())))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 1000})
  void everyPageSizeYieldsEachDateOnce(int size) {
    var dates = List.of("2027-01-01", "2027-03-28", "2027-10-31", "2028-02-29");
    dates.reversed().forEach(date -> override(date, hours("22:00", "06:00")));

    var listed =
        Paging.all(
            size,
            (pageSize, token) -> {
              var response =
                  technicians.listDateOverrides(
                      ListDateOverridesRequest.newBuilder()
                          .setParent(technician)
                          .setPageSize(pageSize)
                          .setPageToken(token)
                          .build());
              return new Paging.Page<>(
                  response.getDateOverridesList().stream().map(DateOverride::getDate).toList(),
                  response.getNextPageToken());
            });

    assertThat(listed).isEqualTo(dates);
  }

  @Test
  void theDateIsTheIdOfAnOverride() {
    var closed = override("2027-03-28");

    assertThat(closed.getName()).isEqualTo(technician + "/dateOverrides/2027-03-28");
    assertThat(closed.getHoursList()).isEmpty();
    assertThat(reason(() -> override("2027-03-28", hours("09:00", "10:00"))))
        .isEqualTo("RESOURCE_EXISTS");
    assertThat(override("2027-03-27")).isNotEqualTo(closed);
    var request = GetDateOverrideRequest.newBuilder().setName(closed.getName());
    assertThat(technicians.getDateOverride(request.build())).isEqualTo(closed);
  }

  @Test
  void theHoursOfAnOverrideCanBeChangedAndItsDateCannot() {
    var open = override("2027-03-28", hours("09:00", "12:00"), hours("12:00", "24:00"));

    var changed =
        update(open.toBuilder().clearHours().addHours(hours("10:00", "10:00")).build(), "hours");
    assertThat(changed.getHoursList()).containsExactly(hours("10:00", "10:00"));
    assertThat(update(open.toBuilder().clearHours().build(), "hours").getHoursList()).isEmpty();

    assertThat(reason(() -> update(open, "date"))).isEqualTo("UPDATE_MASK_INVALID");
    for (var other : List.of("2027-03-29", "2027-02-30")) {
      assertThat(invalidField(() -> update(open.toBuilder().setDate(other).build())))
          .isEqualTo("dateOverride.date");
    }
    assertThat(update(open.toBuilder().clearDate().build()).getDate()).isEqualTo("2027-03-28");

    technicians.deleteDateOverride(
        DeleteDateOverrideRequest.newBuilder().setName(open.getName()).build());
    assertThat(reason(() -> update(open))).isEqualTo("RESOURCE_NOT_FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2027-02-30", "2027-13-01", "9999-12-31", "2027-3-1", "0000-01-01"})
  void onlyDatesOfTheCalendarAreTaken(String date) {
    assertThat(invalidField(() -> override(date))).isEqualTo("dateOverride.date");
  }

  @Test
  void aTechnicianSeesItsOwnTimesOnly() {
    var colleague = engine.seeds().technician(tenant, "Europe/Berlin");
    var own =
        TechnicianServiceGrpc.newBlockingStub(
            engine.as(engine.seeds().technicianKey(tenant, colleague)));
    var away = create(AWAY).getName();
    var override = override("2027-03-28").getName();

    assertThat(reason(() -> own.getTimeOff(named(away)))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(
            reason(
                () ->
                    own.getDateOverride(
                        GetDateOverrideRequest.newBuilder().setName(override).build())))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(
            reason(
                () ->
                    own.listTimeOff(ListTimeOffRequest.newBuilder().setParent(technician).build())))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(
            own.listTimeOff(
                    ListTimeOffRequest.newBuilder().setParent("technicians/" + colleague).build())
                .getTimeOffList())
        .isEmpty();
  }

  @Test
  void aTechnicianOfAnotherTenantHasNoTimesHere() {
    technician = "technicians/" + engine.seeds().technician(engine.seeds().tenant(), "UTC");

    assertThat(reason(() -> create(AWAY))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(reason(() -> override("2027-03-28"))).isEqualTo("RESOURCE_NOT_FOUND");
  }

  private TimeOff create(TimeOff timeOff) {
    return technicians.createTimeOff(
        CreateTimeOffRequest.newBuilder().setParent(technician).setTimeOff(timeOff).build());
  }

  private TimeOff update(TimeOff timeOff) {
    return technicians.updateTimeOff(UpdateTimeOffRequest.newBuilder().setTimeOff(timeOff).build());
  }

  private DateOverride override(String date, Hours... hours) {
    var override = DateOverride.newBuilder().setDate(date).addAllHours(List.of(hours));
    return technicians.createDateOverride(
        CreateDateOverrideRequest.newBuilder()
            .setParent(technician)
            .setDateOverride(override)
            .build());
  }

  private DateOverride update(DateOverride override, String... mask) {
    return technicians.updateDateOverride(
        UpdateDateOverrideRequest.newBuilder()
            .setDateOverride(override.toBuilder().clearEtag())
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
            .build());
  }

  private static GetTimeOffRequest named(String name) {
    return GetTimeOffRequest.newBuilder().setName(name).build();
  }

  private static Hours hours(String from, String to) {
    return Hours.newBuilder().setFrom(from).setTo(to).build();
  }

  private static Timestamp at(String instant) {
    var time = Instant.parse(instant);
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }
}
