package org.supportcenter.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** REST calls with one credential. */
record Api(String gateway, String key, HttpClient http) {

  private static final ObjectMapper JSON = new ObjectMapper();

  Api(String gateway, String key) {
    this(gateway, key, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
  }

  /**
   * Sends a body and reads the answer.
   *
   * @throws IOException if it is refused, with the answer
   */
  JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
    return JSON.readTree(text(method, path, body));
  }

  /** Reads a resource. */
  JsonNode read(String path) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(gateway + path))
            .header("authorization", "Bearer " + key)
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("GET " + path + " was refused: " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  /** The same, without making sense of the answer. */
  String text(String method, String path, String body) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(gateway + path))
            .header("authorization", "Bearer " + key)
            .header("content-type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(method + " " + path + " was refused: " + answer.body());
    }
    return answer.body();
  }
}
