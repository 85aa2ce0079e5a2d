package org.supportcenter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.gateway.GatewayFixture.json;
import static org.supportcenter.gateway.GatewayFixture.reason;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportcenter.gateway.rest.Route;

/** What the gateway itself refuses is told as the engine tells it, on every route. */
class EveryRefusalTest {
  private static final String UNKNOWN = "colour";

  private static GatewayFixture fixture;

  @BeforeAll
  static void start() {
    fixture = new GatewayFixture();
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  static Stream<Route> routes() {
    return PublicRoutes.all().stream();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void aParameterThatThereIsNotIsNamed(Route route) {
    assertRefused(send(route, "?" + UNKNOWN + "=red", validBody(route)), UNKNOWN);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void aParameterOfTheWrongTypeIsNamed(Route route) {
    for (var field : route.method().getInputType().getFields()) {
      if (!route.outsideQuery().contains(field) && field.getJavaType() != JavaType.STRING) {
        var name = field.getJsonName();
        assertRefused(send(route, "?" + name + "=!", validBody(route)), name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void aBodyThatIsNoJsonIsNamed(Route route) {
    for (var body : List.of("{\"a\": ", "{'a': 1}", "[]", "{} {}")) {
      assertRefused(send(route, "", body), "body");
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void aFieldThatThereIsNotIsNamed(Route route) {
    if (!(route.body() instanceof Route.Body.None)) {
      assertRefused(send(route, "", "{\"%s\": 1}".formatted(UNKNOWN)), prefix(route) + UNKNOWN);
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void aFieldOfTheWrongTypeIsNamed(Route route) {
    for (var field : bodyFields(route)) {
      var name = field.getJsonName();
      var wrong = field.isRepeated() || isText(field) ? "5" : "\"some\"";
      assertRefused(send(route, "", "{\"%s\": %s}".formatted(name, wrong)), prefix(route) + name);
    }
  }

  private static HttpResponse<String> send(Route route, String query, String body) {
    var path = route.path().text().replaceAll("\\{[^=]*=([^}]*)}", "$1").replace("*", "x-1");
    return fixture.send(route.http().name(), path + query, body);
  }

  private static String validBody(Route route) {
    return route.body() instanceof Route.Body.None ? null : "{}";
  }

  private static String prefix(Route route) {
    return route.body() instanceof Route.Body.Field(var field) ? field.getJsonName() + "." : "";
  }

  private static List<FieldDescriptor> bodyFields(Route route) {
    return switch (route.body()) {
      case Route.Body.None() -> List.of();
      case Route.Body.Whole() -> route.method().getInputType().getFields();
      case Route.Body.Field(var field) -> field.getMessageType().getFields();
    };
  }

  private static boolean isText(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case STRING, BYTE_STRING, ENUM, MESSAGE -> true;
      case INT, LONG, FLOAT, DOUBLE, BOOLEAN -> false;
    };
  }

  private static void assertRefused(HttpResponse<String> response, String field) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(reason(response)).isEqualTo("FIELD_INVALID");
    var violation = json(response).at("/error/details/1/fieldViolations/0");
    assertThat(violation.path("field").asText()).isEqualTo(field);
    assertThat(violation.path("reason").asText()).isEqualTo("FIELD_INVALID");
    assertThat(violation.path("description").asText()).startsWith("must ");
    assertThat(json(response).at("/error/message").asText())
        .isEqualTo("%s %s.", field, violation.path("description").asText());
  }
}
