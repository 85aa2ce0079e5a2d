package org.supportcenter.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Books over REST. The caller shares two cores with what it measures, so it uses the JDK's plain
 * blocking client, which costs a fraction of the asynchronous one, and keeps its connection. Any
 * number of threads may use one.
 */
final class RestBooker implements Booker {

  static {
    System.setProperty("http.maxConnections", "64");
  }

  private final URI address;
  private final String key;

  RestBooker(String gateway, String key) {
    this.address = URI.create(gateway + "/v1/appointments");
    this.key = key;
  }

  @Override
  public void book(Visit visit) throws IOException {
    var body =
        """
        {"technician":"%s","customer":"%s","startTime":"%s"}\
        """
            .formatted(visit.technician(), visit.customer(), visit.start())
            .getBytes(StandardCharsets.UTF_8);
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    connection.setRequestProperty("authorization", "Bearer " + key);
    connection.setRequestProperty("content-type", "application/json");
    connection.setRequestProperty("idempotency-key", UUID.randomUUID().toString());
    connection.setFixedLengthStreamingMode(body.length);
    try (var out = connection.getOutputStream()) {
      out.write(body);
    }
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      try (var answer = connection.getErrorStream()) {
        throw new IOException(
            answer == null
                ? "HTTP " + connection.getResponseCode()
                : new String(answer.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    try (var answer = connection.getInputStream()) {
      answer.readAllBytes();
    }
  }

  @Override
  public void close() {}
}
