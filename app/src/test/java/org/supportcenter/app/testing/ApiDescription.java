package org.supportcenter.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What {@code /openapi.json} tells of error answers. */
public final class ApiDescription {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private record Operation(String http, Pattern path, JsonNode responses) {}

  private final List<Operation> operations = new ArrayList<>();

  /** Reads the document; one without paths tells nothing. */
  public ApiDescription(JsonNode openApi) {
    for (var path : openApi.path("paths").properties()) {
      var pattern = Pattern.compile(path.getKey().replaceAll("\\{\\w+}", "[^/:]+"));
      for (var operation : path.getValue().properties()) {
        operations.add(
            new Operation(
                operation.getKey().toUpperCase(Locale.ROOT),
                pattern,
                operation.getValue().get("responses")));
      }
    }
  }

  /** Hands on an answer, unless it is an error of which its operation does not tell. */
  public HttpResponse<String> checked(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() < 400) {
      return answer;
    }
    var request = answer.request();
    for (var operation : operations) {
      if (operation.http().equals(request.method())
          && operation.path().matcher(request.uri().getRawPath()).matches()) {
        var reason = JSON.readTree(answer.body()).at("/error/details/0/reason").asText();
        var status = Integer.toString(answer.statusCode());
        assertThat(operation.responses().path(status).path("x-reasons"))
            .as("documented reasons of %s, status %s", request, status)
            .extracting(JsonNode::asText)
            .contains(reason);
      }
    }
    return answer;
  }
}
