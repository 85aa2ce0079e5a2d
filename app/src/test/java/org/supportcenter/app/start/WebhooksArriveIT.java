package org.supportcenter.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportcenter.gateway.json.FieldPath;
import org.supportcenter.gateway.json.MessageReader;
import org.supportcenter.v1.WebhookMessage;

/** From a booking over REST to the receiver of a webhook, through everything in between. */
class WebhooksArriveIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What the mailer notes on a visit is no event. */
  private static final List<String> NOT_TOLD = List.of("confirmationSentTime", "reminderSentTime");

  @TempDir Path directory;

  private final LinkedBlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();

  @Test
  void aWebhookTellsOfAVisitAndItsTicketAsTheApiPrintsThem() throws Exception {
    var receiver = HttpServer.create(new InetSocketAddress(loopback(), 0), 0);
    receiver.createContext("/", this::take);
    receiver.start();
    try (var start = RunningStart.ready(directory, "--webhook-allow-networks", "127.0.0.1")) {
      var port = receiver.getAddress().getPort();
      post(start, "/v1/webhookEndpoints", endpoint("http://127.0.0.1:%d/".formatted(port)));
      for (var line : start.curlLines()) {
        assertThat(line.send().statusCode()).isEqualTo(200);
      }

      var told = new HashMap<String, JsonNode>();
      while (told.size() < 2) {
        var message = messages.poll(60, TimeUnit.SECONDS);
        assertThat(message).as("after %s", told.keySet()).isNotNull();
        told.put(message.path("type").asText(), message.path("data"));
      }

      assertThat(told).containsOnlyKeys("appointment.created", "ticket.created");
      for (var entry :
          Map.of("appointment", "appointment.created", "ticket", "ticket.created").entrySet()) {
        var data = told.get(entry.getValue());
        var printed = (ObjectNode) get(start, "/v1/" + data.path("resource").asText());
        assertThat(data.path(entry.getKey())).isEqualTo(printed.remove(NOT_TOLD));
      }
    } finally {
      receiver.stop(0);
    }
  }

  /** Takes what the API description says, and nothing else: a field it does not know fails. */
  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      MessageReader.read(body, WebhookMessage.newBuilder(), FieldPath.ROOT);
      messages.add(JSON.readTree(body));
      exchange.sendResponseHeaders(204, -1);
    }
  }

  private static InetAddress loopback() {
    return InetAddress.ofLiteral("127.0.0.1");
  }

  private static String endpoint(String url) {
    return JSON.createObjectNode().put("displayName", "Test").put("url", url).toString();
  }

  private static void post(RunningStart start, String path, String body) throws Exception {
    send(request(start, path).POST(BodyPublishers.ofString(body)).build());
  }

  private static JsonNode get(RunningStart start, String path) throws Exception {
    return send(request(start, path).build());
  }

  private static HttpRequest.Builder request(RunningStart start, String path) throws IOException {
    var run = start.runFile();
    return HttpRequest.newBuilder(URI.create(run.get("gateway").asText() + path))
        .header("content-type", "application/json")
        .header("x-api-key", run.get("apiKeys").get("manager").asText());
  }

  private static JsonNode send(HttpRequest request) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return JSON.readTree(answer.body());
    }
  }
}
