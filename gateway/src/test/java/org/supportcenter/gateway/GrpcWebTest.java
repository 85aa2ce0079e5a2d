package org.supportcenter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.gateway.error.Failure;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.CreateAppointmentRequest;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.WatchAppointmentsResponse;

class GrpcWebTest {
  @RegisterExtension static final GatewayFixture fixture = new GatewayFixture();

  /** A frame: its flag (128 for trailers) and its content. */
  private record Frame(int flag, byte[] content) {
    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }
  }

  @Test
  void aCallIsAMessageFrameAndATrailerFrame() throws Exception {
    var appointment = Appointment.newBuilder().setDescription("x").build();
    var request = CreateAppointmentRequest.newBuilder().setAppointment(appointment).build();

    var response =
        call("CreateAppointment", "application/grpc-web+proto", frame(request.toByteArray()));

    assertThat(response.headers().firstValue("content-type").orElseThrow())
        .startsWith("application/grpc-web+proto");
    var frames = frames(response.body());
    assertThat(frames).hasSize(2);
    assertThat(Appointment.parseFrom(frames.getFirst().content())).isEqualTo(appointment);
    assertThat(frames.getLast().flag()).isEqualTo(128);
    assertThat(frames.getLast().text()).contains("grpc-status: 0");
  }

  @Test
  void theTextFormIsBase64() throws Exception {
    var request = CreateAppointmentRequest.newBuilder().setWaiveJustification("x").build();
    var body = Base64.getEncoder().encode(frame(request.toByteArray()));

    var response = call("CreateAppointment", "application/grpc-web-text+proto", body);

    var text = new String(response.body(), StandardCharsets.US_ASCII);
    var all = new ByteArrayOutputStream();
    // Each part is padded by itself.
    for (var part : text.split("(?<==)(?!=)")) {
      all.writeBytes(Base64.getDecoder().decode(part));
    }
    assertThat(frames(all.toByteArray()).getLast().text()).contains("grpc-status: 0");
    assertThat(fixture.engine.take().request()).isEqualTo(request);
  }

  @Test
  void aStreamIsManyFrames() throws Exception {
    fixture.engine.stream(
        "WatchAppointments",
        (request, observer) -> {
          for (var token : List.of("a", "b", "c")) {
            observer.onNext(WatchAppointmentsResponse.newBuilder().setResumeToken(token).build());
          }
          observer.onCompleted();
        });
    var response = call("WatchAppointments", "application/grpc-web+proto", frame(new byte[0]));
    var frames = frames(response.body());
    assertThat(frames).hasSize(4);
    assertThat(WatchAppointmentsResponse.parseFrom(frames.get(2).content()).getResumeToken())
        .isEqualTo("c");
  }

  @Test
  void anErrorCarriesItsDetails() throws Exception {
    fixture.engine.refuse(
        "CreateAppointment",
        EchoEngine.refusal(Failure.of(ErrorReason.OVERLAPS_APPOINTMENT, "taken").status()));
    var response = call("CreateAppointment", "application/grpc-web+proto", frame(new byte[0]));
    var said =
        response.headers().map()
            + frames(response.body()).stream().map(Frame::text).toList().toString();
    assertThat(said).contains("grpc-status-details-bin").containsPattern("grpc-status\\W+9");
  }

  @Test
  void unknownMethodsAreUnimplemented() throws Exception {
    var response = call("Explode", "application/grpc-web+proto", frame(new byte[0]));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("grpc-status")).contains("12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/grpc+json",
        "application/grpc-web+thrift",
        "application/grpcish",
        "text/plain"
      })
  void whatIsNoGrpcIsRefusedOnAGrpcPathAsRestWouldBe(String type) {
    var path = "/supportcenter.v1.AppointmentService/CreateAppointment";
    var response = fixture.post(path, "{}", "Content-Type", type);
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(GatewayFixture.reason(response)).isEqualTo("CONTENT_TYPE_UNSUPPORTED");
    var read = fixture.get(path, "Content-Type", "application/grpc");
    assertThat(read.statusCode()).isEqualTo(405);
    assertThat(GatewayFixture.reason(read)).isEqualTo("METHOD_NOT_ALLOWED");
    assertThat(read.headers().firstValue("allow")).contains("POST");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/grpc",
        "application/grpc+proto",
        "application/grpc-web+proto",
        "application/grpc-web-text"
      })
  void grpcOnARestPathIsRefusedAsRestWouldBe(String type) {
    for (var call :
        List.of(
            fixture.post("/v1/appointments", "{}", "Content-Type", type),
            fixture.post("/v1/appointments/x:confirm", "", "Content-Type", type),
            fixture.get("/v1/appointments/x", "Content-Type", type))) {
      assertThat(call.statusCode()).isEqualTo(415);
      assertThat(GatewayFixture.reason(call)).isEqualTo("CONTENT_TYPE_UNSUPPORTED");
      assertThat(call.headers().firstValue("content-type")).contains("application/json");
    }
    assertThat(fixture.engine.waiting()).isZero();
  }

  @Test
  void brokenFramesAreErrorsOfTheClients() throws Exception {
    for (var body :
        List.of(new byte[] {1, 2}, new byte[] {0, 127, 127, 127, 127, 1}, new byte[0])) {
      var response = call("CreateAppointment", "application/grpc-web+proto", body);
      assertThat(response.statusCode()).isLessThan(500);
    }
  }

  private static HttpResponse<byte[]> call(String method, String type, byte[] body)
      throws Exception {
    var request =
        HttpRequest.newBuilder(fixture.uri("/supportcenter.v1.AppointmentService/" + method))
            .header("Content-Type", type)
            .header("X-Grpc-Web", "1")
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    return fixture.http.send(request, BodyHandlers.ofByteArray());
  }

  private static byte[] frame(byte[] message) {
    return ByteBuffer.allocate(5 + message.length)
        .put((byte) 0)
        .putInt(message.length)
        .put(message)
        .array();
  }

  private static List<Frame> frames(byte[] body) {
    var frames = new ArrayList<Frame>();
    var buffer = ByteBuffer.wrap(body);
    while (buffer.hasRemaining()) {
      var flag = buffer.get() & 0xFF;
      var content = new byte[buffer.getInt()];
      buffer.get(content);
      frames.add(new Frame(flag, content));
    }
    return frames;
  }
}
