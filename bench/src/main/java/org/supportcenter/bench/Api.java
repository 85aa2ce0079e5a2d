package org.supportcenter.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** REST calls with one credential. */
record Api(String gateway, String key) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Sends a body and reads the answer.
   *
   * @throws IOException if it is refused, with the answer
   */
  JsonNode post(String path, String body) throws IOException {
    return JSON.readTree(text(path, body));
  }

  /** Reads a resource. */
  JsonNode read(String path) throws IOException {
    return JSON.readTree(PlainHttp.call("GET", URI.create(gateway + path), key, null, Map.of()));
  }

  /** The same as {@link #post}, without making sense of the answer. */
  String text(String path, String body) throws IOException {
    return new String(
        PlainHttp.call("POST", URI.create(gateway + path), key, body, Map.of()),
        StandardCharsets.UTF_8);
  }

  /** Changes settings, before anything is measured. */
  void patch(String path, String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(gateway + path))
            .header("authorization", "Bearer " + key)
            .header("content-type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("PATCH " + path + " was refused: " + answer.body());
      }
    }
  }
}
