package org.supportcenter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.gateway.GatewayFixture.UUID;
import static org.supportcenter.gateway.GatewayFixture.json;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.v1.ConfirmAppointmentRequest;
import org.supportcenter.v1.CreateAppointmentRequest;
import org.supportcenter.v1.Customer;
import org.supportcenter.v1.DeleteCustomerRequest;
import org.supportcenter.v1.UpdateAppointmentRequest;

class HeadersTest {
  private static final String APPOINTMENT = "/v1/appointments/" + UUID;
  @RegisterExtension static final GatewayFixture fixture = new GatewayFixture();

  @Test
  void anIdempotencyKeyIsTheRequestId() throws Exception {
    fixture.post("/v1/appointments", "{}", "Idempotency-Key", UUID);
    var create = (CreateAppointmentRequest) fixture.engine.take().request();
    assertThat(create.getRequestId()).isEqualTo(UUID);

    fixture.post(
        APPOINTMENT + ":confirm", "{\"requestId\": \"" + UUID + "\"}", "Idempotency-Key", UUID);
    var confirm = (ConfirmAppointmentRequest) fixture.engine.take().request();
    assertThat(confirm.getRequestId()).isEqualTo(UUID);
  }

  @Test
  void anIfMatchIsTheEtag() throws Exception {
    fixture.patch(APPOINTMENT, "{\"description\": \"x\"}", "If-Match", "\"7\"");
    var update = (UpdateAppointmentRequest) fixture.engine.take().request();
    assertThat(update.getAppointment().getEtag()).isEqualTo("\"7\"");
    assertThat(update.getUpdateMask().getPathsList()).containsExactly("description");

    fixture.send("DELETE", "/v1/customers/" + UUID, null, "If-Match", "\"7\"");
    assertThat(((DeleteCustomerRequest) fixture.engine.take().request()).getEtag())
        .isEqualTo("\"7\"");

    fixture.post(APPOINTMENT + ":confirm", "", "If-Match", "*");
    assertThat(((ConfirmAppointmentRequest) fixture.engine.take().request()).getEtag()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST   | /v1/appointments?requestId=a    | {}                       | Idempotency-Key | b          | requestId
          PATCH  | /v1/appointments/x              | {"etag": "1"}            | If-Match        | 2          | etag
          POST   | /v1/appointments/x:start        | {"etag": "1"}            | If-Match        | 2          | etag
          POST   | /v1/appointments/x:start        | {}                       | If-Match        | "1", "2"   | If-Match
          POST   | /v1/availability:check          | {}                       | Idempotency-Key | b          | Idempotency-Key
          POST   | /v1/appointments                | {}                       | If-Match        | 2          | If-Match
          GET    | /v1/appointments/x              |                          | If-Match        | 2          | If-Match
          POST   | /v1/appointments                | {}                       | Idempotency-Key | ''         | Idempotency-Key
          PATCH  | /v1/appointments/x              | {}                       | If-Match        | ''         | If-Match
          POST   | /v1/appointments?requestId=     | {}                       | traceparent     | x          | requestId
          DELETE | /v1/technicians/x?etag=         |                          | traceparent     | x          | etag
          """)
  void whatContradictsOrCannotBeKeptIsRefused(
      String method, String path, String body, String header, String value, String field) {
    var response = fixture.send(method, path, body, header, value);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).at("/error/details/1/fieldViolations/0/field").asText())
        .isEqualTo(field);
    assertThat(fixture.engine.waiting()).isZero();
  }

  @Test
  void forwardsCredentialsAndTraceAndNothingElse() throws Exception {
    fixture.get(
        "/v1/customers",
        "Authorization",
        "Bearer sc_a",
        "x-api-key",
        "sc_b",
        "x-tenant-id",
        UUID,
        "traceparent",
        "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
        "x-request-id",
        "abc-1",
        "x-actor",
        "admin",
        "grpc-timeout",
        "1n",
        "x-forwarded-for",
        "10.0.0.1");
    var call = fixture.engine.take();
    assertThat(call.header("authorization")).isEqualTo("Bearer sc_a");
    assertThat(call.header("x-api-key")).isEqualTo("sc_b");
    assertThat(call.header("x-tenant-id")).isEqualTo(UUID);
    assertThat(call.header("traceparent")).startsWith("00-4bf9");
    assertThat(call.header("x-request-id")).isEqualTo("abc-1");
    assertThat(List.of(call.headers().keys().toArray()))
        .doesNotContain("x-actor", "x-forwarded-for", "cookie");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "<script>", "ä"})
  void aRequestIdThatCouldHarmALogIsReplaced(String id) throws Exception {
    var response =
        RawHttp.send(
            fixture.gateway.port(), "GET", "/v1/customers", "x-request-id: " + id + "\r\n");
    assertThat(response).containsPattern("x-request-id: [0-9a-f-]{36}\r\n");
    assertThat(fixture.engine.take().header("x-request-id")).matches("[0-9a-f-]{36}");
  }

  @Test
  void answersCarryTheEtagAndSecurityHeaders() {
    fixture.engine.answer("GetCustomer", r -> Customer.newBuilder().setEtag("\"3\"").build());
    var response = fixture.get("/v1/customers/x", "x-request-id", "abc-1");
    var headers = response.headers();
    assertThat(headers.firstValue("etag")).contains("\"3\"");
    assertThat(headers.firstValue("x-request-id")).contains("abc-1");
    assertThat(headers.firstValue("x-content-type-options")).contains("nosniff");
    assertThat(headers.firstValue("cache-control")).contains("no-store");
    assertThat(headers.firstValue("server")).isEmpty();
  }

  @Test
  void printsWhatHasNoPresence() {
    var body = json(fixture.post("/v1/availability:check", "{}"));
    assertThat(body.get("available").isBoolean()).isTrue();
    assertThat(body.get("violations").isArray()).isTrue();
    assertThat(body.get("alternatives").isArray()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                                           |
          {"description": "x", "startTime": "2027-03-01T09:00:00Z"}    | description,start_time
          {"description": null, "location": null}                      | description,location
          {"name": "appointments/x", "etag": "1", "reference": "r", "endTime": null, "description": "x"} | description
          """)
  void aPatchWithoutAMaskChangesTheFieldsPresent(String body, String mask) throws Exception {
    fixture.patch("/v1/appointments/x", body);
    var update = (UpdateAppointmentRequest) fixture.engine.take().request();
    assertThat(update.hasUpdateMask()).isTrue();
    assertThat(update.getUpdateMask().getPathsList())
        .isEqualTo(mask == null ? List.of() : List.of(mask.split(",")));
  }

  @ParameterizedTest
  @CsvSource({
    "updateMask=description%2CstartTime, 'description,start_time'",
    "update_mask=start_time, start_time",
    "updateMask=*, *"
  })
  void aGivenMaskIsHandedOn(String query, String mask) throws Exception {
    fixture.patch("/v1/appointments/x?" + query, "{\"priority\": \"HIGH\"}");
    var update = (UpdateAppointmentRequest) fixture.engine.take().request();
    assertThat(update.getUpdateMask().getPathsList()).containsExactly(mask.split(","));
  }
}
