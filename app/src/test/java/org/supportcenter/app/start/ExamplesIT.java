package org.supportcenter.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.supportcenter.app.testing.ApiDescription;

/** The examples of the API description, sent to a server that is as it comes. */
class ExamplesIT {
  private static final Pattern NAME =
      Pattern.compile("([a-zA-Z]+)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final List<String> IN_THE_DEMO =
      List.of("technicians", "customers", "appointments", "tickets", "serviceTypes");

  @TempDir Path directory;

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void everyExampleOfARequestIsTakenAsItStands() throws Exception {
    try (var start = RunningStart.ready(directory);
        http) {
      var openApi = json(send(start, "GET", "/openapi.json", ""));
      var description = new ApiDescription(openApi);
      var names = names(start);
      var refused = new SoftAssertions();
      var sent = 0;
      for (var path : openApi.get("paths").properties()) {
        for (var operation : path.getValue().properties()) {
          var body = operation.getValue().at("/requestBody/content/application~1json/example");
          // A token of a link in a mail cannot be made up.
          if (!body.isMissingNode() && !body.has("token")) {
            var method = operation.getKey().toUpperCase(Locale.ROOT);
            var to = known(filled(path.getKey(), operation.getValue()), names);
            var answer =
                description.checked(send(start, method, to, known(body.toString(), names)));
            refused
                .assertThat(answer.statusCode())
                .as("%s %s %s: %s", method, to, body, answer.body())
                .isIn(200, 404, 409);
            sent++;
          }
        }
      }
      refused.assertAll();
      assertThat(sent).isGreaterThan(40);
    }
  }

  /** The path with the examples of its parameters. */
  private static String filled(String path, JsonNode operation) {
    var filled = path;
    for (var parameter : operation.get("parameters")) {
      filled =
          filled.replace(
              "{" + parameter.path("name").asText() + "}", parameter.path("example").asText());
    }
    return filled;
  }

  /** One of each that is there, so that more of a request is looked at than its names. */
  private Map<String, String> names(RunningStart start) throws Exception {
    var names = new HashMap<String, String>();
    var customer = "";
    for (var collection : IN_THE_DEMO) {
      var page = json(send(start, "GET", "/v1/" + collection + "?pageSize=1", ""));
      var one = page.get(collection).get(0);
      names.put(collection, one.get("name").asText());
      if (collection.equals("tickets")) {
        // A visit's ticket is one of its customer.
        customer = one.get("customer").asText();
      }
    }
    names.put("customers", customer);
    return names;
  }

  private static String known(String text, Map<String, String> names) {
    return NAME.matcher(text).replaceAll(name -> names.getOrDefault(name.group(1), name.group()));
  }

  private HttpResponse<String> send(RunningStart start, String method, String path, String body)
      throws Exception {
    var run = start.runFile();
    var request =
        HttpRequest.newBuilder(URI.create(run.get("gateway").asText() + path))
            .header("Authorization", "Bearer " + run.get("apiKeys").get("admin").asText())
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return JsonMapper.builder().build().readTree(answer.body());
  }
}
