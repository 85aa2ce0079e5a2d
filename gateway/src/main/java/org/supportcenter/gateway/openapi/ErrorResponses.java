package org.supportcenter.gateway.openapi;

import static org.supportcenter.v1.ErrorReason.FIELD_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.TreeMap;
import org.supportcenter.gateway.error.ErrorBody;
import org.supportcenter.gateway.error.Failure;
import org.supportcenter.gateway.rest.ExampleRefusal;
import org.supportcenter.gateway.rest.Route;
import org.supportcenter.v1.ErrorReason;

/** The errors an operation may answer with, one response for each status. */
final class ErrorResponses {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProtoComments comments;

  ErrorResponses(ProtoComments comments) {
    this.comments = comments;
  }

  /** Adds one response per error status to the responses of an operation. */
  void add(Route route, ObjectNode responses) {
    var byStatus = new TreeMap<Integer, ArrayList<ErrorReason>>();
    for (var reason : OperationErrors.of(route)) {
      byStatus.computeIfAbsent(Failure.httpStatus(reason), status -> new ArrayList<>()).add(reason);
    }
    byStatus.forEach(
        (status, reasons) -> {
          var text = new StringBuilder();
          var names = JsonNodeFactory.instance.arrayNode();
          for (var reason : reasons) {
            var comment = comments.of("supportcenter.v1." + reason.name());
            text.append("- `").append(reason.name()).append("`: ").append(comment).append("\n");
            names.add(reason.name());
          }
          var response = responses.putObject(status.toString());
          response.put("description", text.toString().strip());
          response.set("x-reasons", names);
          var content = response.putObject("content").putObject("application/json");
          content.set("schema", Schemas.reference("Error"));
          content.set("example", example(route, reasons.getFirst()));
        });
  }

  private JsonNode example(Route route, ErrorReason reason) {
    var failure =
        reason == FIELD_INVALID
            ? ExampleRefusal.of(route)
            : Failure.of(reason, comments.of("supportcenter.v1." + reason.name()));
    try {
      return JSON.readTree(ErrorBody.json(failure));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
