package org.supportcenter.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.GetSuggestionSettingsRequest;
import org.supportcenter.v1.SettingsServiceGrpc;
import org.supportcenter.v1.SettingsServiceGrpc.SettingsServiceBlockingStub;
import org.supportcenter.v1.SoftRuleWeights;
import org.supportcenter.v1.SuggestionSettings;
import org.supportcenter.v1.TravelLeg;
import org.supportcenter.v1.TravelPlace;
import org.supportcenter.v1.UpdateSuggestionSettingsRequest;

class SuggestionSettingsIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private SettingsServiceBlockingStub settings;

  @BeforeEach
  void seed() {
    settings = manager(engine.seeds().tenant());
  }

  @Test
  void theProductsWeightsHoldUntilSomebodyChangesThem() {
    assertThat(read())
        .isEqualTo(
            SuggestionSettings.newBuilder()
                .setName("settings/suggestions")
                .setWeights(
                    SoftRuleWeights.newBuilder()
                        .setSooner(800)
                        .setCompactDay(60)
                        .setBalancedLoad(100)
                        .setSameTechnician(120)
                        .setPreferredTechnician(200)
                        .setPreferredTime(200)
                        .setLessTravel(100))
                .setTravelSpeed(30)
                .setEtag("\"0\"")
                .build());
  }

  @Test
  void aMaskChangesOneWeightAndLeavesTheOthers() {
    var update =
        SuggestionSettings.newBuilder()
            .setWeights(SoftRuleWeights.newBuilder().setLessTravel(300))
            .build();

    var changed = update(update, "weights.lessTravel");

    assertThat(changed.getWeights().getLessTravel()).isEqualTo(300);
    assertThat(changed.getWeights().getSooner()).isEqualTo(800);
    assertThat(read()).isEqualTo(changed);
    assertThat(
            update(SuggestionSettings.getDefaultInstance(), "weights").getWeights().getLessTravel())
        .isEqualTo(100);
  }

  @Test
  void aDistanceMatrixIsKeptAsItWasGiven() {
    var changed =
        update(
            SuggestionSettings.newBuilder()
                .setTravelSpeed(22.5)
                .addPlaces(place("north", 52.6).setRadiusMeters(4000))
                .addPlaces(place("south", 52.4))
                .addLegs(leg("north", "south", 2400))
                .addLegs(leg("south", "south", 300))
                .build());

    assertThat(changed.getPlaces(1).getRadiusMeters()).isEqualTo(1000);
    assertThat(changed.getLegs(0)).isEqualTo(leg("north", "south", 2400).build());
    assertThat(changed.getTravelSpeed()).isEqualTo(22.5);
    assertThat(read()).isEqualTo(changed);
  }

  @Test
  void legsLeadBetweenKnownPlacesAndEachOnce() {
    var unknown =
        SuggestionSettings.newBuilder()
            .addPlaces(place("north", 52.6))
            .addLegs(leg("north", "south", 1))
            .build();
    var twice =
        SuggestionSettings.newBuilder()
            .addPlaces(place("north", 52.6))
            .addLegs(leg("north", "north", 1))
            .addLegs(leg("north", "north", 2))
            .build();
    var sameName =
        SuggestionSettings.newBuilder()
            .addPlaces(place("north", 52.6))
            .addPlaces(place("north", 52.7))
            .build();

    assertThat(invalidField(() -> update(unknown))).isEqualTo("suggestionSettings.legs[0].to");
    assertThat(invalidField(() -> update(twice))).isEqualTo("suggestionSettings.legs[1]");
    assertThat(invalidField(() -> update(sameName))).isEqualTo("suggestionSettings.places[1].name");
  }

  @Test
  void aWeightOutOfItsRangeIsRefused() {
    var update =
        SuggestionSettings.newBuilder()
            .setWeights(SoftRuleWeights.newBuilder().setSooner(10_001))
            .build();

    assertThat(invalidField(() -> update(update))).isEqualTo("suggestionSettings.weights.sooner");
  }

  @Test
  void aStaleEtagChangesNothing() {
    update(SuggestionSettings.newBuilder().setTravelSpeed(50).build());
    var stale = SuggestionSettings.newBuilder().setTravelSpeed(60).setEtag("\"0\"").build();

    assertThat(reason(() -> update(stale))).isEqualTo("ETAG_MISMATCH");
    assertThat(read().getTravelSpeed()).isEqualTo(50);
  }

  @Test
  void whatAnotherTenantSetIsNotSeen() {
    update(SuggestionSettings.newBuilder().setTravelSpeed(50).build());

    settings = manager(engine.seeds().tenant());

    assertThat(read().getTravelSpeed()).isEqualTo(30);
  }

  private static SettingsServiceBlockingStub manager(UUID tenant) {
    return SettingsServiceGrpc.newBlockingStub(engine.as(engine.seeds().key(tenant, Role.MANAGER)));
  }

  private SuggestionSettings read() {
    return settings.getSuggestionSettings(GetSuggestionSettingsRequest.getDefaultInstance());
  }

  private SuggestionSettings update(SuggestionSettings update, String... mask) {
    return settings.updateSuggestionSettings(
        UpdateSuggestionSettingsRequest.newBuilder()
            .setSuggestionSettings(update)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
            .build());
  }

  private static TravelPlace.Builder place(String name, double latitude) {
    return TravelPlace.newBuilder().setName(name).setLatitude(latitude).setLongitude(13.4);
  }

  private static TravelLeg.Builder leg(String from, String to, long seconds) {
    return TravelLeg.newBuilder()
        .setFrom(from)
        .setTo(to)
        .setDuration(Duration.newBuilder().setSeconds(seconds));
  }
}
