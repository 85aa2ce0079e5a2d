package org.supportcenter.mailer.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A receiver of webhooks on this machine that remembers what it was sent. */
final class Receiver implements AutoCloseable {

  private final HttpServer server;
  private final List<Message> messages = new CopyOnWriteArrayList<>();
  private volatile Function<Message, Answer> answer = _ -> Answer.of(204);

  /** What it was sent. */
  record Message(
      String id, String timestamp, String signature, String host, byte[] body, int answered) {

    JsonNode json() {
      try {
        return JsonMapper.builder().build().readTree(body);
      } catch (IOException noJson) {
        throw new UncheckedIOException(noJson);
      }
    }

    String type() {
      return json().path("type").asText();
    }

    String resource() {
      return json().at("/data/resource").asText();
    }

    int version() {
      return json().at("/data/resourceVersion").asInt();
    }

    int sequence() {
      return json().at("/data/sequence").asInt();
    }
  }

  /** What it answers. */
  record Answer(int status, String body, List<String> header) {

    static Answer of(int status) {
      return new Answer(status, "", List.of());
    }

    Answer with(String name, String value) {
      return new Answer(status, body, List.of(name, value));
    }
  }

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:%d/hooks".formatted(port());
  }

  int port() {
    return server.getAddress().getPort();
  }

  void answers(Answer always) {
    answer = _ -> always;
  }

  void answers(Function<Message, Answer> depending) {
    answer = depending;
  }

  /** Everything it was sent, in the order of arrival. */
  List<Message> messages() {
    return List.copyOf(messages);
  }

  /** What it took. */
  List<Message> taken() {
    return messages.stream().filter(message -> message.answered() / 100 == 2).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var message = message(exchange, exchange.getRequestBody().readAllBytes(), 0);
      var reply = answer.apply(message);
      messages.add(message(exchange, message.body(), reply.status()));
      if (!reply.header().isEmpty()) {
        exchange.getResponseHeaders().set(reply.header().get(0), reply.header().get(1));
      }
      var bytes = reply.body().getBytes(UTF_8);
      exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private static Message message(HttpExchange exchange, byte[] body, int answered) {
    var headers = exchange.getRequestHeaders();
    return new Message(
        headers.getFirst("webhook-id"),
        headers.getFirst("webhook-timestamp"),
        headers.getFirst("webhook-signature"),
        headers.getFirst("host"),
        body,
        answered);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
