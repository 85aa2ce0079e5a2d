package org.supportcenter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.gateway.GatewayFixture.UUID;
import static org.supportcenter.gateway.GatewayFixture.json;
import static org.supportcenter.gateway.GatewayFixture.reason;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.v1.CreateAppointmentRequest;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.ListAppointmentsRequest;

class StrictRequestTest {
  @RegisterExtension static final GatewayFixture fixture = new GatewayFixture();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          appointment.colour               | {"colour": "red"}
          appointment.location.city        | {"location": {"city": "Ulm"}}
          appointment.description          | {"description": 5}
          appointment.description          | {"description": true}
          appointment.description          | {"description": ["a"]}
          appointment.description          | {"description": {"a": 1}}
          appointment.sendReminderEmail    | {"sendReminderEmail": "true"}
          appointment.sendReminderEmail    | {"sendReminderEmail": 1}
          appointment.location.latitude    | {"location": {"latitude": "48.4"}}
          appointment.location.latitude    | {"location": {"latitude": "NaN"}}
          appointment.location.latitude    | {"location": {"latitude": 1e999}}
          appointment.location             | {"location": "Ulm"}
          appointment.location             | {"location": []}
          appointment.requiredSkills       | {"requiredSkills": "network"}
          appointment.requiredSkills[1]    | {"requiredSkills": ["network", 2]}
          appointment.requiredSkills[0]    | {"requiredSkills": [null]}
          appointment.status               | {"status": "confirmed"}
          appointment.status               | {"status": 2}
          appointment.priority             | {"priority": "SOON"}
          appointment.startTime            | {"startTime": "tomorrow"}
          appointment.startTime            | {"startTime": "2027-03-01"}
          appointment.startTime            | {"startTime": "2027-03-01T09:00:00"}
          appointment.startTime            | {"startTime": "2027-02-30T09:00:00Z"}
          appointment.startTime            | {"startTime": "2027-03-01T25:00:00Z"}
          appointment.startTime            | {"startTime": "10000-01-01T00:00:00Z"}
          appointment.startTime            | {"startTime": "0000-01-01T00:00:00Z"}
          appointment.startTime            | {"startTime": "9999-12-31T23:59:59-18:00"}
          appointment.startTime            | {"startTime": 1900000000}
          appointment.duration             | {"duration": "1h"}
          appointment.duration             | {"duration": "60"}
          appointment.duration             | {"duration": 60}
          appointment.duration             | {"duration": "999999999999s"}
          appointment.startTime            | {"startTime": "2027-03-01T09:00:00Z", "start_time": "2027-03-01T09:00:00Z"}
          appointment.description          | {"description": "\\ud800"}
          body                             | {"description": "a", "description": "b"}
          body                             | {"description": "a",}
          body                             | {"description": 'a'}
          body                             | {description: "a"}
          body                             | {"description": "a"
          body                             | {"description": "a"} {}
          body                             | {"location": {"latitude": NaN}}
          body                             | // comment
          body                             | []
          body                             | null
          body                             | "text"
          body                             | {"a\\u0000":
          """)
  void namesWhatIsWrongInABody(String field, String body) {
    var response = fixture.post("/v1/appointments", body);
    assertRefused(response, field);
  }

  @Test
  void refusesAnEmptyBodyWhereAResourceIsNeeded() {
    assertRefused(fixture.post("/v1/appointments", ""), "appointment");
  }

  @Test
  void refusesWhatIsNotUtf8() throws Exception {
    var bodies =
        List.of(
            new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'},
            "{\"description\": \"x\"}".getBytes(StandardCharsets.UTF_16),
            "{\"description\": \"x\"}".getBytes(StandardCharsets.UTF_16LE));
    for (var body : bodies) {
      var request =
          HttpRequest.newBuilder(fixture.uri("/v1/appointments"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(body));
      assertRefused(fixture.send(request.build()), "body");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[", "{\"description\": NaN}"})
  void saysNothingOfTheParsersOwnOptions(String body) {
    assertThat(fixture.post("/v1/appointments", body).body()).doesNotContain("REDACTED", "Feature");
  }

  @Test
  void refusesDeepNesting() {
    assertRefused(fixture.post("/v1/appointments", "[".repeat(100_000)), "body");
    assertRefused(
        fixture.post("/v1/appointments", "{\"location\":".repeat(5_000)),
        "appointment.location.location");
  }

  @Test
  void handsOnLongTextUnchanged() throws Exception {
    var text = "<b>Robert'); DROP TABLE x;--</b> \u0000 \uD83D\uDE80".repeat(30_000);
    var body = new ObjectMapper().createObjectNode();
    body.put("description", text);

    var response = fixture.post("/v1/appointments", body.toString());

    assertThat(json(response).get("description").asText()).isEqualTo(text);
    var request = (CreateAppointmentRequest) fixture.engine.take().request();
    assertThat(request.getAppointment().getDescription()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          colour      | colour=red
          pagesize    | pagesize=5
          pageSize    | pageSize=five
          pageSize    | pageSize=
          pageSize    | pageSize=1.5
          pageSize    | pageSize=99999999999
          pageSize    | pageSize=5&pageSize=6
          page_size   | pageSize=5&page_size=5
          query       | query=%ff%fe
          query       | query=caf%e9
          startTime   | startTime=tomorrow
          statuses    | statuses=OPEN
          statuses    | statuses=2
          name        | name=appointments/x
          """)
  void namesWhatIsWrongInAQuery(String field, String query) {
    assertRefused(fixture.get("/v1/appointments?" + query), field);
  }

  @Test
  void takesParametersInBothSpellings() throws Exception {
    fixture.get(
        "/v1/appointments?pageSize=5&orderBy=startTime%20desc&statuses=DRAFT&statuses=CONFIRMED");
    var camel = (ListAppointmentsRequest) fixture.engine.take().request();
    fixture.get(
        "/v1/appointments?page_size=5&order_by=startTime+desc&statuses=DRAFT&statuses=CONFIRMED");
    var snake = (ListAppointmentsRequest) fixture.engine.take().request();
    assertThat(camel).isEqualTo(snake);
    assertThat(camel.getPageSize()).isEqualTo(5);
    assertThat(camel.getOrderBy()).isEqualTo("startTime desc");
    assertThat(camel.getStatusesList()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"startTime=2027-03-28T01:30:00%2B02:00", "start_time=2027-03-27T23:30:00.000Z"})
  void takesTimesWithAnyOffset(String query) throws Exception {
    fixture.get("/v1/appointments?" + query);
    var request = (ListAppointmentsRequest) fixture.engine.take().request();
    assertThat(request.getStartTime().getSeconds()).isEqualTo(1_806_190_200L);
  }

  @Test
  void refusesParametersThatBelongInTheBody() {
    assertRefused(fixture.post("/v1/availability:check?technician=x", "{}"), "technician");
  }

  @Test
  void refusesABodyOnGetAndDelete() {
    assertRefused(fixture.send("GET", "/v1/appointments", "{}"), "body");
    assertRefused(fixture.send("DELETE", "/v1/customers/" + UUID, "{}"), "body");
  }

  @Test
  void refusesANameThatIsNotThePaths() {
    assertRefused(fixture.patch("/v1/customers/" + UUID, "{\"name\": \"customers/y\"}"), "name");
    assertRefused(
        fixture.post("/v1/appointments/" + UUID + ":confirm", "{\"name\": \"appointments/y\"}"),
        "name");
  }

  @Test
  void takesNullAsUnset() throws Exception {
    fixture.post("/v1/appointments", "{\"description\": null, \"location\": null}");
    var request = (CreateAppointmentRequest) fixture.engine.take().request();
    assertThat(request.hasAppointment()).isTrue();
    assertThat(request.getAppointment().hasLocation()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/json; charset=iso-8859-1",
        "application/json; charset=nonsense",
        "nonsense"
      })
  void refusesOtherContentTypes(String type) {
    var response = fixture.post("/v1/appointments", "{}", "Content-Type", type);
    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(reason(response)).isEqualTo(ErrorReason.CONTENT_TYPE_UNSUPPORTED.name());
  }

  @Test
  void refusesCompressedBodies() {
    var response = fixture.post("/v1/appointments", "{}", "Content-Encoding", "gzip");
    assertThat(response.statusCode()).isEqualTo(415);
  }

  @Test
  void refusesBodiesOverFourMebibytes() {
    var response =
        fixture.post("/v1/appointments", "{\"description\": \"" + "x".repeat(4 << 20) + "\"}");
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(reason(response)).isEqualTo(ErrorReason.BODY_TOO_LARGE.name());
    assertThat(response.headers().firstValue("x-request-id")).isPresent();
  }

  @Test
  void saysWhichMethodsAPathHas() {
    var response = fixture.send("PUT", "/v1/appointments/" + UUID, "{}");
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(reason(response)).isEqualTo(ErrorReason.METHOD_NOT_ALLOWED.name());
    assertThat(response.headers().firstValue("allow")).contains("GET, PATCH");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1//appointments",
        "//v1/appointments",
        "/v1/appointments:",
        "/v1/appointments;a=b",
        "/",
        "/v1",
        "/v1/",
        "/v1/appointments/",
        "/v1/appointments/a/b",
        "/v1/appointments/a:explode",
        "/v1/appointment",
        "/v2/appointments",
        "/supportcenter.v1.Nothing/Here"
      })
  void saysThatThereIsNoSuchRoute(String path) {
    var response = fixture.get(path);
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(reason(response)).isEqualTo(ErrorReason.ROUTE_NOT_FOUND.name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /v1/appointments/%zz HTTP/1.1",
        "GET /v1/appointments/%ff%00 HTTP/1.1",
        "GET nonsense HTTP/1.1",
        "BREW /v1/appointments HTTP/1.1",
        "nonsense"
      })
  void answersBrokenHttpWithAnErrorOfTheClients(String line) throws Exception {
    var answer =
        RawHttp.send(fixture.gateway.port(), line + "\r\nHost: x\r\nConnection: close\r\n\r\n");
    assertThat(answer).matches("(?s)HTTP/1.1 (4\\d\\d|200).*");
  }

  @Test
  void refusesHeadersThatAreTooLarge() throws Exception {
    var answer =
        RawHttp.send(
            fixture.gateway.port(),
            "GET",
            "/v1/appointments",
            "X-Long: " + "x".repeat(40_000) + "\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4");
  }

  private static void assertRefused(HttpResponse<String> response, String field) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(reason(response)).isEqualTo(ErrorReason.FIELD_INVALID.name());
    var error = json(response).get("error");
    assertThat(error.get("code").asInt()).isEqualTo(400);
    assertThat(error.get("status").asText()).isEqualTo("INVALID_ARGUMENT");
    assertThat(error.at("/details/1/fieldViolations/0/field").asText()).isEqualTo(field);
  }
}
