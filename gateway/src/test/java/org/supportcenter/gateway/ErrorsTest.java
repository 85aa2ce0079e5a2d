package org.supportcenter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.gateway.GatewayFixture.json;
import static org.supportcenter.gateway.GatewayFixture.reason;

import com.google.protobuf.Any;
import com.google.protobuf.Timestamp;
import com.google.rpc.Code;
import com.google.rpc.ErrorInfo;
import com.google.rpc.PreconditionFailure;
import io.grpc.Metadata;
import io.grpc.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.supportcenter.gateway.error.EngineFailures;
import org.supportcenter.v1.Alternative;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.BookingAlternatives;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.ErrorReasonOuterClass;
import org.supportcenter.v1.Violation;
import org.supportcenter.v1.Violations;

class ErrorsTest {
  @RegisterExtension static final GatewayFixture fixture = new GatewayFixture();

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"UNRECOGNIZED", "ERROR_REASON_UNSPECIFIED"})
  void everyReasonArrivesWithItsStatus(ErrorReason reason) {
    var options = reason.getValueDescriptor().getOptions();
    fixture.engine.refuse("GetAppointment", EchoEngine.refusal(status(reason).build()));

    var response = fixture.get("/v1/appointments/x");

    var http = options.getExtension(ErrorReasonOuterClass.httpStatus);
    var code = options.getExtension(ErrorReasonOuterClass.code);
    assertThat(response.statusCode()).isEqualTo(http);
    assertThat(json(response).at("/error/code").asInt()).isEqualTo(http);
    assertThat(json(response).at("/error/status").asText()).isEqualTo(code.name());
    assertThat(reason(response)).isEqualTo(reason.name());
    assertThat(response.headers().firstValue("x-request-id")).isPresent();
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(response.headers().firstValue("www-authenticate").isPresent())
        .as("how to authenticate")
        .isEqualTo(http == 401);
  }

  @Test
  void aRefusedBookingSaysEveryBrokenRuleAndWhatWouldFit() {
    var status =
        status(ErrorReason.OVERLAPS_APPOINTMENT)
            .addDetails(
                Any.pack(
                    PreconditionFailure.newBuilder()
                        .addViolations(
                            PreconditionFailure.Violation.newBuilder()
                                .setType("OVERLAPS_APPOINTMENT")
                                .setSubject("appointments/a"))
                        .build()))
            .addDetails(
                Any.pack(
                    Violations.newBuilder()
                        .addViolations(
                            Violation.newBuilder()
                                .setReason(ErrorReason.BUFFER_TOO_SHORT)
                                .putMetadata("requiredMinutes", "15"))
                        .build()))
            .addDetails(
                Any.pack(
                    BookingAlternatives.newBuilder()
                        .addAlternatives(Alternative.newBuilder().setTechnician("technicians/t"))
                        .build()))
            .build();
    fixture.engine.refuse("CreateAppointment", EchoEngine.refusal(status));

    var response = fixture.post("/v1/appointments", "{}");

    assertThat(response.statusCode()).isEqualTo(409);
    var details = json(response).at("/error/details");
    assertThat(details.findValuesAsText("@type"))
        .containsExactly(
            "type.googleapis.com/google.rpc.ErrorInfo",
            "type.googleapis.com/google.rpc.PreconditionFailure",
            "type.googleapis.com/supportcenter.v1.Violations",
            "type.googleapis.com/supportcenter.v1.BookingAlternatives");
    assertThat(details.at("/2/violations/0/metadata/requiredMinutes").asText()).isEqualTo("15");
    assertThat(details.at("/3/alternatives/0/technician").asText()).isEqualTo("technicians/t");
  }

  @ParameterizedTest
  @CsvSource({
    "UNAVAILABLE, 503, ENGINE_UNAVAILABLE",
    "DEADLINE_EXCEEDED, 504, DEADLINE_PASSED",
    "UNIMPLEMENTED, 404, ROUTE_NOT_FOUND",
    "INTERNAL, 500, INTERNAL",
    "UNKNOWN, 500, INTERNAL",
    "DATA_LOSS, 500, INTERNAL",
    "INVALID_ARGUMENT, 400, FIELD_INVALID",
    "NOT_FOUND, 404, RESOURCE_NOT_FOUND",
    "RESOURCE_EXHAUSTED, 429, RATE_LIMITED"
  })
  void anErrorWithoutDetailsGetsAReason(Status.Code code, int http, String reason) {
    fixture.engine.refuse(
        "GetAppointment", code.toStatus().withDescription("secret: 42").asRuntimeException());
    var response = fixture.get("/v1/appointments/x");
    assertThat(response.statusCode()).isEqualTo(http);
    assertThat(reason(response)).isEqualTo(reason);
    if (http == 500) {
      assertThat(response.body()).doesNotContain("secret");
      assertThat(json(response).at("/error/details/0/metadata/requestId").asText())
          .isEqualTo(response.headers().firstValue("x-request-id").orElseThrow());
    }
  }

  @Test
  void anAnswerThatCannotBePrintedIsAFaultOfOurs() {
    fixture.engine.answer(
        "GetAppointment",
        request ->
            Appointment.newBuilder().setStartTime(Timestamp.newBuilder().setNanos(-1)).build());
    var response = fixture.get("/v1/appointments/x");
    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(reason(response)).isEqualTo("INTERNAL");
  }

  @Test
  void handsOnWhenToComeBack() {
    var trailers = new Metadata();
    trailers.put(EngineFailures.DETAILS, status(ErrorReason.RATE_LIMITED).build());
    trailers.put(Metadata.Key.of("retry-after", Metadata.ASCII_STRING_MARSHALLER), "7");
    trailers.put(Metadata.Key.of("x-secret", Metadata.ASCII_STRING_MARSHALLER), "s");
    fixture.engine.refuse("GetAppointment", Status.RESOURCE_EXHAUSTED.asRuntimeException(trailers));
    var response = fixture.get("/v1/appointments/x");
    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValue("retry-after")).contains("7");
    assertThat(response.headers().firstValue("x-secret")).isEmpty();
  }

  private static com.google.rpc.Status.Builder status(ErrorReason reason) {
    Code code = reason.getValueDescriptor().getOptions().getExtension(ErrorReasonOuterClass.code);
    return com.google.rpc.Status.newBuilder()
        .setCode(code.getNumber())
        .setMessage("because")
        .addDetails(
            Any.pack(
                ErrorInfo.newBuilder()
                    .setReason(reason.name())
                    .setDomain("supportcenter")
                    .build()));
  }
}
