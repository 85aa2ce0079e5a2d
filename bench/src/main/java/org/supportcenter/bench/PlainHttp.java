package org.supportcenter.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP call after the other. Callers share two cores with what they measure, so this is the
 * JDK's plain blocking client, which costs a fraction of the asynchronous one, and keeps
 * connections. It knows no PATCH. Any number of threads may use it.
 */
final class PlainHttp {

  static {
    System.setProperty("http.maxConnections", "64");
    // Nothing is sent twice without being seen here.
    System.setProperty("sun.net.http.retryPost", "false");
  }

  private PlainHttp() {}

  /**
   * Calls and reads the answer.
   *
   * @param key credential of the caller
   * @param body JSON; null: none
   * @throws IOException if the answer is not 200, with its body
   */
  static byte[] call(
      String method, URI address, String key, @Nullable String body, Map<String, String> headers)
      throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setRequestProperty("authorization", "Bearer " + key);
    headers.forEach(connection::setRequestProperty);
    if (body != null) {
      write(connection, body.getBytes(StandardCharsets.UTF_8));
    }
    if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
      throw new IOException(
          "%s %s was refused: %s".formatted(method, address.getPath(), refusal(connection)));
    }
    try (var answer = connection.getInputStream()) {
      return answer.readAllBytes();
    }
  }

  private static void write(HttpURLConnection connection, byte[] body) throws IOException {
    connection.setDoOutput(true);
    connection.setRequestProperty("content-type", "application/json");
    // The body goes out with the headers, in one piece, only while its length is not announced
    // here.
    try (var out = connection.getOutputStream()) {
      out.write(body);
    }
  }

  private static String refusal(HttpURLConnection connection) throws IOException {
    try (var answer = connection.getErrorStream()) {
      return answer == null
          ? "HTTP " + connection.getResponseCode()
          : new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
