package org.supportcenter.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.JsonFormat;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportcenter.gateway.error.RefusedException;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentEvent;
import org.supportcenter.v1.CheckAvailabilityResponse;
import org.supportcenter.v1.CreateAppointmentRequest;
import org.supportcenter.v1.EffectivePolicy;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.NotificationSettings;
import org.supportcenter.v1.PreviewChangeRequest;
import org.supportcenter.v1.UpdateAppointmentRequest;

/** Random messages: what is written is what protobuf's own printer writes, and reads back. */
class MessageJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Message> TYPES =
      List.of(
          Appointment.getDefaultInstance(),
          AppointmentEvent.getDefaultInstance(),
          CheckAvailabilityResponse.getDefaultInstance(),
          EffectivePolicy.getDefaultInstance(),
          NotificationSettings.getDefaultInstance(),
          UpdateAppointmentRequest.getDefaultInstance());

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void writesWhatProtobufWritesAndReadsItBack(long seed) throws Exception {
    var random = new Random(seed);
    var message = random(random, TYPES.get(random.nextInt(TYPES.size())).newBuilderForType(), 0);

    var bytes = MessageWriter.json(message);

    var expected = JsonFormat.printer().alwaysPrintFieldsWithNoPresence().print(message);
    assertThat(JSON.readTree(bytes)).isEqualTo(JSON.readTree(expected));
    var back = message.newBuilderForType();
    MessageReader.read(bytes, back, FieldPath.ROOT);
    assertThat(back.build()).isEqualTo(message);
  }

  @Test
  void writesTimesInUtcWithAsManyDigitsAsNeeded() {
    var appointment =
        Appointment.newBuilder()
            .setStartTime(Timestamp.newBuilder().setSeconds(1_806_190_200L))
            .setEndTime(Timestamp.newBuilder().setSeconds(1_806_190_200L).setNanos(5_000_000))
            .setDuration(Duration.newBuilder().setSeconds(3600))
            .build();
    assertThat(new String(MessageWriter.json(appointment), StandardCharsets.UTF_8))
        .contains("\"startTime\":\"2027-03-27T23:30:00Z\"")
        .contains("\"endTime\":\"2027-03-27T23:30:00.005Z\"")
        .contains("\"duration\":\"3600s\"");
  }

  @Test
  void aStatusOfANewerEngineIsItsNumber() {
    var appointment = Appointment.newBuilder().setStatusValue(77).build();
    assertThat(new String(MessageWriter.json(appointment), StandardCharsets.UTF_8))
        .contains("\"status\":77");
  }

  @Test
  void saysWhichValuesFit() {
    assertThat(problem("{\"pageSize\": 4294967296}", PreviewChangeRequest.newBuilder()))
        .isEqualTo("pageSize must be a whole number from -2147483648 to 2147483647.");
    assertThat(problem("{\"timeOff\": {}, \"policy\": {}}", PreviewChangeRequest.newBuilder()))
        .isEqualTo("policy must be left out: timeOff is there, and only one of them can be.");
    assertThat(problem("{\"waive\": [\"NOPE\"]}", CreateAppointmentRequest.newBuilder()))
        .startsWith("waive[0] must be one of NOTICE_TOO_SHORT, ")
        .contains("CUSTOMER_OVERLAP")
        .doesNotContain("START_IN_PAST", "OVERLAPS_APPOINTMENT", "FIELD_INVALID");
  }

  @Test
  void whatCanNeverBeWaivedMayBeNamed() {
    var request = CreateAppointmentRequest.newBuilder();
    MessageReader.read(bytes("{\"waive\": [\"START_IN_PAST\"]}"), request, FieldPath.ROOT);
    assertThat(request.getWaiveList()).containsExactly(ErrorReason.START_IN_PAST);
  }

  private static String problem(String body, Message.Builder request) {
    var refused =
        catchThrowableOfType(
            RefusedException.class, () -> MessageReader.read(bytes(body), request, FieldPath.ROOT));
    return refused.getMessage();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Message random(Random random, Message.Builder message, int depth) {
    for (var field : message.getDescriptorForType().getFields()) {
      if (random.nextInt(4) == 0 || field.isMapField()) {
        continue;
      }
      if (field.isRepeated()) {
        IntStream.range(0, depth > 2 ? 0 : random.nextInt(3))
            .forEach(i -> message.addRepeatedField(field, value(random, message, field, depth)));
      } else {
        message.setField(field, value(random, message, field, depth));
      }
    }
    return message.build();
  }

  private static Object value(
      Random random, Message.Builder owner, FieldDescriptor field, int depth) {
    return switch (field.getJavaType()) {
      case STRING -> (random.nextBoolean() ? "é\"\\\n\u0000\uD83D\uDE80 " : "") + random.nextInt();
      case BOOLEAN -> random.nextBoolean();
      case INT -> random.nextInt();
      case LONG -> random.nextLong();
      case DOUBLE -> random.nextInt(3) == 0 ? 48.0 : random.nextDouble(-1e9, 1e9);
      case FLOAT -> random.nextFloat();
      case BYTE_STRING -> ByteString.copyFromUtf8("bytes");
      case ENUM ->
          field
              .getEnumType()
              .getValues()
              .get(random.nextInt(field.getEnumType().getValues().size()));
      case MESSAGE ->
          switch (field.getMessageType().getFullName()) {
            case "google.protobuf.Timestamp" ->
                Timestamp.newBuilder()
                    .setSeconds(random.nextLong(-62_135_596_800L, 253_402_300_800L))
                    .setNanos(random.nextBoolean() ? 0 : random.nextInt(1_000_000_000))
                    .build();
            case "google.protobuf.Duration" ->
                Duration.newBuilder().setSeconds(random.nextInt(100_000)).build();
            case "google.protobuf.FieldMask" ->
                FieldMask.newBuilder().addPaths("start_time").addPaths("description").build();
            case String other -> random(random, owner.newBuilderForField(field), depth + 1);
          };
    };
  }
}
