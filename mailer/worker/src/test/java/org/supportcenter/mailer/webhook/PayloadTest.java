package org.supportcenter.mailer.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.supportcenter.mailer.webhook.EventEntry.Change;

class PayloadTest {

  private static final UUID ID = new UUID(1, 2);
  private static final Instant BOOKED = Instant.parse("2027-03-01T08:00:00.123Z");
  private static final Instant MOVED = Instant.parse("2027-03-01T09:00:00Z");

  private static final EventEntry CREATION =
      entry(
          1,
          "appointment.created",
          BOOKED,
          new Change("reference", "", "APPT-001"),
          new Change("startTime", "", "2027-03-02T08:00:00Z"),
          new Change("requiredSkills", "", "[\"network\"]"),
          new Change("location.latitude", "", "52.5"),
          new Change("location.address", "", "Example Street \"1\""),
          new Change("sendReminderEmail", "", "false"),
          new Change("status", "", "CONFIRMED"));
  private static final EventEntry MOVE =
      entry(
          2,
          "appointment.moved",
          MOVED,
          new Change("startTime", "2027-03-02T08:00:00Z", "2027-03-03T08:00:00Z"),
          new Change("requiredSkills", "[\"network\"]", ""));

  @Test
  void theResourceIsAsItWasRightAfterTheEvent() throws IOException {
    var first = read(List.of(CREATION)).at("/data/appointment");
    var second = read(List.of(CREATION, MOVE)).at("/data/appointment");

    assertThat(first.path("startTime").asText()).isEqualTo("2027-03-02T08:00:00Z");
    assertThat(second.path("startTime").asText()).isEqualTo("2027-03-03T08:00:00Z");
    assertThat(second.path("reference").asText()).isEqualTo("APPT-001");
    assertThat(second.path("etag").asText()).isEqualTo("\"2\"");
    assertThat(second.path("createTime").asText()).isEqualTo("2027-03-01T08:00:00.123Z");
    assertThat(second.path("updateTime").asText()).isEqualTo("2027-03-01T09:00:00Z");
  }

  @Test
  void fieldsHaveTheTypesOfTheApi() throws IOException {
    var appointment = read(List.of(CREATION)).at("/data/appointment");

    assertThat(appointment.path("name").asText()).isEqualTo("appointments/" + ID);
    assertThat(appointment.path("requiredSkills").path(0).asText()).isEqualTo("network");
    assertThat(appointment.at("/location/latitude").isNumber()).isTrue();
    assertThat(appointment.at("/location/address").asText()).isEqualTo("Example Street \"1\"");
    assertThat(appointment.path("sendReminderEmail").isBoolean()).isTrue();
    assertThat(appointment.path("description").asText("missing")).isEmpty();
    assertThat(appointment.has("actualStartTime")).isFalse();
    assertThat(read(List.of(CREATION, MOVE)).at("/data/appointment/requiredSkills").isEmpty())
        .isTrue();
  }

  @Test
  void theEnvelopeIsThatOfStandardWebhooks() throws IOException {
    var message = read(List.of(CREATION, MOVE));

    assertThat(message.fieldNames()).toIterable().containsExactly("type", "timestamp", "data");
    assertThat(message.path("type").asText()).isEqualTo("appointment.moved");
    assertThat(message.path("timestamp").asText()).isEqualTo("2027-03-01T09:00:00Z");
    assertThat(message.at("/data/sequence").asInt()).isEqualTo(7);
    assertThat(message.at("/data/resourceVersion").asInt()).isEqualTo(2);
    assertThat(message.at("/data/resource").asText()).isEqualTo("appointments/" + ID);
    assertThat(message.at("/data/changes/0/field").asText()).isEqualTo("startTime");
  }

  private static EventEntry entry(int version, String type, Instant time, Change... changes) {
    return new EventEntry(version, type, time, "apiKeys/" + ID, "API", null, List.of(changes));
  }

  private static JsonNode read(List<EventEntry> history) throws IOException {
    return JsonMapper.builder()
        .build()
        .readTree(Payload.of(ResourceShape.APPOINTMENT, ID, 7, history));
  }
}
