package org.supportcenter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportcenter.gateway.rest.Route;
import org.supportcenter.gateway.rest.RouteTable;

class EveryHttpRuleTest {
  @RegisterExtension static final GatewayFixture fixture = new GatewayFixture();

  static Stream<Route> routes() {
    return new RouteTable(PublicApi.SERVICES).routes().stream();
  }

  @Test
  void everyMethodHasAnHttpRule() {
    var methods =
        PublicApi.SERVICES.stream().mapToInt(service -> service.getMethods().size()).sum();
    assertThat(routes()).hasSize(methods);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void arrivesAsTheMessageThatItsPathAndBodySay(Route route) throws Exception {
    var path = route.path().text().replaceAll("\\{[^=]*=([^}]*)}", "$1").replace("*", "x-1");
    var body =
        switch (route.body()) {
          case Route.Body.None() -> null;
          case Route.Body.Whole() -> "{}";
          case Route.Body.Field(var field) -> "{\"etag\": \"\\\"7\\\"\"}";
        };
    if (route.method().getFullName().endsWith("CreateApiKey")) {
      body = "{\"displayName\": \"billing\"}";
    }

    var response = fixture.send(route.http().name(), path, body);

    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    var call = fixture.engine.take();
    assertThat(call.method()).isEqualTo(route.method().getName());
    for (var variable : route.path().variables()) {
      var owner = call.request();
      for (var field : variable.fields().subList(0, variable.fields().size() - 1)) {
        owner = (Message) owner.getField(field);
      }
      var pattern = route.path().segments().subList(variable.from(), variable.to());
      assertThat(owner.getField(variable.fields().getLast()))
          .isEqualTo(String.join("/", pattern).replace("*", "x-1"));
    }
    if (route.body() instanceof Route.Body.Field(var field)) {
      assertThat(call.request().hasField(field)).isTrue();
    }
  }

  @Test
  void theSameHoldsWithHttpTwo() throws Exception {
    fixture.engine.reset();
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      var response =
          client.send(
              HttpRequest.newBuilder(fixture.uri("/v1/customers/x")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(response.version()).isEqualTo(HttpClient.Version.HTTP_2);
      assertThat(List.of(response.statusCode(), fixture.engine.take().method()))
          .containsExactly(200, "GetCustomer");
    }
  }
}
