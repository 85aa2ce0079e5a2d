package org.supportcenter.engine.technician;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.error;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

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
import org.supportcenter.v1.CreateTechnicianRequest;
import org.supportcenter.v1.DeleteTechnicianRequest;
import org.supportcenter.v1.GetTechnicianRequest;
import org.supportcenter.v1.ListTechniciansRequest;
import org.supportcenter.v1.Location;
import org.supportcenter.v1.Technician;
import org.supportcenter.v1.TechnicianServiceGrpc;
import org.supportcenter.v1.TechnicianServiceGrpc.TechnicianServiceBlockingStub;
import org.supportcenter.v1.UpdateTechnicianRequest;

class TechniciansIT {

  private static final Technician WHOLE =
      Technician.newBuilder()
          .setDisplayName("Jürgen <i>'; DELETE FROM technician; --")
          .setEmail("shared@example.org")
          .setTimeZone("Australia/Lord_Howe")
          .addSkills("network")
          .addSkills("Network")
          .addSkills("a b/c%")
          .setActive(false)
          .setLanguage("pt-BR")
          .setHomeLocation(
              Location.newBuilder().setAddress("Home\n1").setLatitude(-31.55).setLongitude(159.08))
          .build();

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private TechnicianServiceBlockingStub technicians;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    technicians =
        TechnicianServiceGrpc.newBlockingStub(engine.as(engine.seeds().key(tenant, Role.MANAGER)));
  }

  @Test
  void whatWasEnteredComesBackUnchanged() {
    var created = create(WHOLE);

    assertThat(entered(created)).isEqualTo(WHOLE);
    assertThat(get(created.getName())).isEqualTo(created);
  }

  @Test
  void aNewTechnicianIsActiveUnlessToldOtherwise() {
    var created = create(WHOLE.toBuilder().clearActive().clearHomeLocation().build());

    assertThat(created.getActive()).isTrue();
    assertThat(created.hasHomeLocation()).isFalse();
  }

  @Test
  void everythingThatWasEnteredCanBeChangedAndCleared() {
    var name = create(technician("Plain")).getName();

    var changed = update(WHOLE.toBuilder().setName(name).build());
    assertThat(entered(changed)).isEqualTo(WHOLE);

    var cleared =
        update(
            Technician.newBuilder().setName(name).build(),
            "skills",
            "homeLocation",
            "email",
            "language");
    assertThat(entered(cleared))
        .isEqualTo(
            WHOLE.toBuilder()
                .clearSkills()
                .clearHomeLocation()
                .clearEmail()
                .clearLanguage()
                .build());
    assertThat(get(name)).isEqualTo(cleared);
    assertThat(cleared.getEtag()).isEqualTo("\"3\"");
  }

  @Test
  void partsOfTheHomeCanBeChangedAlone() {
    var name = create(WHOLE).getName();
    var home = Location.newBuilder().setAddress("Elsewhere");

    var changed =
        update(
            Technician.newBuilder().setName(name).setHomeLocation(home).build(),
            "home_location.address");

    assertThat(changed.getHomeLocation())
        .isEqualTo(WHOLE.getHomeLocation().toBuilder().setAddress("Elsewhere").build());
  }

  @Test
  void aLanguageIsATag() {
    assertThat(invalidField(() -> create(WHOLE.toBuilder().setLanguage("German!").build())))
        .isEqualTo("technician.language");
  }

  @Test
  void coordinatesComeInPairs() {
    var half = Location.newBuilder().setLatitude(1);
    var nowhere = Location.newBuilder().setLatitude(Double.NaN).setLongitude(1);

    assertThat(invalidField(() -> create(WHOLE.toBuilder().setHomeLocation(half).build())))
        .isEqualTo("technician.homeLocation.longitude");
    assertThat(invalidField(() -> create(WHOLE.toBuilder().setHomeLocation(nowhere).build())))
        .isEqualTo("technician.homeLocation.latitude");
  }

  @Test
  void nameAndZoneAreNeeded() {
    assertThat(invalidField(() -> create(WHOLE.toBuilder().setDisplayName(" ").build())))
        .isEqualTo("technician.displayName");
    assertThat(invalidField(() -> create(WHOLE.toBuilder().clearTimeZone().build())))
        .isEqualTo("technician.timeZone");
    assertThat(reason(() -> create(WHOLE.toBuilder().setTimeZone("GMT+01:00").build())))
        .isEqualTo("TIME_ZONE_UNKNOWN");
    assertThat(invalidField(() -> create(WHOLE.toBuilder().addSkills("network").build())))
        .isEqualTo("technician.skills");
  }

  @Test
  void aTechnicianWithVisitsOrTicketsCannotBeDeleted() {
    var visits = new SeededVisits(engine.seeds(), tenant);
    var customer = engine.seeds().customer(tenant);
    var technician = engine.seeds().technician(tenant, "Europe/Berlin");
    visits.visit(technician, customer, visits.ticket(customer));

    var refused = error(() -> delete("technicians/" + technician));

    assertThat(EngineExtension.info(refused).getReason()).isEqualTo("RESOURCE_IN_USE");
    assertThat(refused.getStatus().getDescription()).contains("1 appointment");
  }

  @Test
  void deletingATechnicianTakesItsKeysAndTimesAlong() {
    var technician = engine.seeds().technician(tenant, "Europe/Berlin");
    engine.seeds().technicianKey(tenant, technician);

    delete("technicians/" + technician);

    assertThat(reason(() -> get("technicians/" + technician))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(engine.seeds().count(tenant, "api_key")).isEqualTo(1);
  }

  @Test
  void listsFilterBySkillActivityAndWords() {
    create(WHOLE);
    create(technician("Anna").toBuilder().addSkills("network").build());
    create(technician("Berta"));

    assertThat(list(ListTechniciansRequest.newBuilder().setSkill("network"))).hasSize(2);
    assertThat(list(ListTechniciansRequest.newBuilder().setSkill("NETWORK"))).isEmpty();
    assertThat(list(ListTechniciansRequest.newBuilder().setActive(true)))
        .containsExactly("Anna", "Berta");
    assertThat(list(ListTechniciansRequest.newBuilder().setActive(false))).hasSize(1);
    assertThat(list(ListTechniciansRequest.newBuilder().setQuery("shared JÜRGEN"))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 1000})
  void everyPageSizeYieldsEachTechnicianOnce(int size) {
    List.of("a", "b", "c", "d", "e").forEach(name -> create(technician(name)));

    var names =
        Paging.all(
            size,
            (pageSize, token) -> {
              var response =
                  technicians.listTechnicians(
                      ListTechniciansRequest.newBuilder()
                          .setPageSize(pageSize)
                          .setPageToken(token)
                          .setOrderBy("displayName desc")
                          .build());
              return new Paging.Page<>(
                  response.getTechniciansList().stream().map(Technician::getDisplayName).toList(),
                  response.getNextPageToken());
            });

    assertThat(names).containsExactly("e", "d", "c", "b", "a");
  }

  @Test
  void aTechnicianSeesOnlyItself() {
    var self = engine.seeds().technician(tenant, "Europe/Berlin");
    var colleague = "technicians/" + engine.seeds().technician(tenant, "Europe/Berlin");
    var own =
        TechnicianServiceGrpc.newBlockingStub(
            engine.as(engine.seeds().technicianKey(tenant, self)));

    assertThat(
            own.listTechnicians(ListTechniciansRequest.getDefaultInstance()).getTechniciansList())
        .extracting(Technician::getName)
        .containsExactly("technicians/" + self);
    assertThat(
            reason(
                () ->
                    own.getTechnician(
                        GetTechnicianRequest.newBuilder().setName(colleague).build())))
        .isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(
            reason(
                () ->
                    own.updateTechnician(
                        UpdateTechnicianRequest.newBuilder()
                            .setTechnician(Technician.newBuilder().setName(colleague))
                            .build())))
        .isEqualTo("NOT_ALLOWED");
  }

  @Test
  void anotherTenantsTechnicianDoesNotExist() {
    var elsewhere =
        "technicians/" + engine.seeds().technician(engine.seeds().tenant(), "Europe/Berlin");

    assertThat(reason(() -> get(elsewhere))).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(list(ListTechniciansRequest.newBuilder())).isEmpty();
  }

  private static Technician technician(String name) {
    return Technician.newBuilder().setDisplayName(name).setTimeZone("Europe/Berlin").build();
  }

  private Technician create(Technician technician) {
    return technicians.createTechnician(
        CreateTechnicianRequest.newBuilder().setTechnician(technician).build());
  }

  private Technician get(String name) {
    return technicians.getTechnician(GetTechnicianRequest.newBuilder().setName(name).build());
  }

  private Technician update(Technician technician, String... mask) {
    return technicians.updateTechnician(
        UpdateTechnicianRequest.newBuilder()
            .setTechnician(technician)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
            .build());
  }

  private void delete(String name) {
    technicians.deleteTechnician(DeleteTechnicianRequest.newBuilder().setName(name).build());
  }

  private List<String> list(ListTechniciansRequest.Builder request) {
    return technicians.listTechnicians(request.build()).getTechniciansList().stream()
        .map(Technician::getDisplayName)
        .toList();
  }

  private static Technician entered(Technician technician) {
    return technician.toBuilder()
        .clearName()
        .clearEtag()
        .clearCreateTime()
        .clearUpdateTime()
        .build();
  }
}
