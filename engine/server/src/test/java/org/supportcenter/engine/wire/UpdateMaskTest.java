package org.supportcenter.engine.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.Location;
import org.supportcenter.v1.Technician;

class UpdateMaskTest {

  private static final Technician CURRENT =
      Technician.newBuilder()
          .setName("technicians/1")
          .setDisplayName("Ada")
          .setEmail("ada@example.org")
          .addSkills("network")
          .setActive(true)
          .setEtag("\"1\"")
          .build();

  @Test
  void withoutAMaskTheFieldsPresentAreChanged() {
    var update = Technician.newBuilder().setDisplayName("Grace").setEtag("\"7\"").build();

    assertThat(UpdateMask.of(FieldMask.getDefaultInstance(), update).apply(CURRENT, update))
        .isEqualTo(CURRENT.toBuilder().setDisplayName("Grace").build());
  }

  @Test
  void aFieldInTheMaskAndNotInTheUpdateIsCleared() {
    var update = Technician.newBuilder().setDisplayName("ignored").build();

    var changed = UpdateMask.of(paths("skills", "active"), update).apply(CURRENT, update);

    assertThat(changed).isEqualTo(CURRENT.toBuilder().clearSkills().clearActive().build());
  }

  @Test
  void aStarReplacesAllThatPeopleEntered() {
    var update = Technician.newBuilder().setDisplayName("Grace").build();

    var changed = UpdateMask.of(paths("*"), update).apply(CURRENT, update);

    assertThat(changed)
        .isEqualTo(
            Technician.newBuilder()
                .setName("technicians/1")
                .setDisplayName("Grace")
                .setEtag("\"1\"")
                .build());
  }

  @Test
  void pathsMayBeWrittenBothWaysAndLeadIntoOurMessages() {
    var current =
        Appointment.newBuilder()
            .setLocation(Location.newBuilder().setAddress("here").setLatitude(1).setLongitude(2))
            .setStartTime(Timestamp.newBuilder().setSeconds(60))
            .build();
    var update =
        Appointment.newBuilder()
            .setLocation(Location.newBuilder().setAddress("there"))
            .setStartTime(Timestamp.newBuilder().setSeconds(120))
            .build();

    var mask = UpdateMask.of(paths("location.address", "location.latitude", "startTime"), update);

    assertThat(mask.apply(current, update))
        .isEqualTo(
            Appointment.newBuilder()
                .setLocation(Location.newBuilder().setAddress("there").setLongitude(2))
                .setStartTime(Timestamp.newBuilder().setSeconds(120))
                .build());
  }

  @Test
  void theEtagIsAConditionAndMeansNothingInAMask() {
    var update = Technician.newBuilder().setDisplayName("Grace").setEtag("\"7\"").build();

    assertThat(UpdateMask.of(paths("etag", "displayName"), update).apply(CURRENT, update).getEtag())
        .isEqualTo("\"1\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "colour",
        "",
        "name",
        "create_time",
        "reference",
        "start_time.seconds",
        "location.colour",
        "description.x"
      })
  void aPathThatIsUnknownOrCannotBeChangedIsRefused(String path) {
    var refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> UpdateMask.of(paths(path), Appointment.getDefaultInstance()));

    assertThat(refused.refusal())
        .isInstanceOfSatisfying(
            Refusal.UpdateMaskInvalid.class, invalid -> assertThat(invalid.path()).isEqualTo(path));
  }

  @Test
  void ofAnEndlessPathTheBeginningIsRepeated() {
    var endless = paths("x".repeat(100_000));

    var refused =
        catchThrowableOfType(
            RefusedException.class, () -> UpdateMask.of(endless, Appointment.getDefaultInstance()));

    assertThat(refused.refusal())
        .isInstanceOfSatisfying(
            Refusal.UpdateMaskInvalid.class,
            invalid -> assertThat(invalid.path()).isEqualTo("x".repeat(80) + "..."));
  }

  private static FieldMask paths(String... paths) {
    return FieldMask.newBuilder().addAllPaths(List.of(paths)).build();
  }
}
