package org.supportcenter.gateway.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.FieldBehavior;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.linecorp.armeria.common.HttpMethod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Set;
import org.supportcenter.gateway.rest.PathTemplate;
import org.supportcenter.gateway.rest.Route;
import org.supportcenter.v1.Authorization;

/** One operation per http rule. */
final class Operations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ProtoComments comments;
  private final Schemas schemas;
  private final ErrorResponses errors;

  Operations(ProtoComments comments, Schemas schemas, ErrorResponses errors) {
    this.comments = comments;
    this.schemas = schemas;
    this.errors = errors;
  }

  /** The path of a rule as OpenAPI writes it, its wildcards named after their collections. */
  static String path(PathTemplate template) {
    var path = new StringBuilder();
    for (var i = 0; i < template.segments().size(); i++) {
      var segment = template.segments().get(i);
      path.append('/').append(isWildcard(segment) ? "{" + parameter(template, i) + "}" : segment);
    }
    return template.verb() == null ? path.toString() : path + ":" + template.verb();
  }

  ObjectNode operation(Route route) {
    var method = route.method();
    var comment = comments.of(method.getFullName());
    var sentence = comment.indexOf(". ");
    var name = method.getName();
    var operation =
        JSON.objectNode()
            .put("operationId", Character.toLowerCase(name.charAt(0)) + name.substring(1))
            .put(
                "summary",
                sentence < 0 ? comment.replaceFirst("\\.$", "") : comment.substring(0, sentence))
            .put("description", comment + "\n\n" + access(route));
    operation.putArray("tags").add(method.getService().getName());
    operation.put("x-grpc-method", method.getFullName());
    if (method.getOptions().getExtension(Authorization.access).getPublic()) {
      operation.putArray("security");
    }
    operation.set("parameters", parameters(route));
    body(route, operation);
    var responses = operation.putObject("responses");
    success(route, responses);
    errors.add(route, responses);
    return operation;
  }

  private static String access(Route route) {
    var access = route.method().getOptions().getExtension(Authorization.access);
    if (access.getPublic()) {
      return "Anybody may call it, without a credential.";
    }
    var scopes =
        access.getAnyScopeCount() == 0
            ? "Any valid credential will do."
            : "Needs one of the scopes `" + String.join("`, `", access.getAnyScopeList()) + "`.";
    var technician =
        switch (access.getTechnician()) {
          case NONE -> " Technicians may not call it.";
          case OWN -> " Technicians reach only their own appointments and what belongs to them.";
          case TENANT -> " Technicians may call it like anyone else.";
          case TECHNICIAN_REACH_UNSPECIFIED, UNRECOGNIZED -> "";
        };
    return scopes + technician;
  }

  private ArrayNode parameters(Route route) {
    var parameters = JSON.arrayNode();
    for (var i = 0; i < route.path().segments().size(); i++) {
      if (isWildcard(route.path().segments().get(i))) {
        var collection = route.path().segments().get(i - 1);
        var schema = JSON.objectNode().put("type", "string");
        switch (collection) {
          case "dateOverrides" -> schema.put("format", "date");
          case "notificationTemplates" -> schema.put("minLength", 1);
          case String other -> schema.put("format", "uuid");
        }
        parameters
            .addObject()
            .put("name", parameter(route.path(), i))
            .put("in", "path")
            .put("required", true)
            .put("description", "The last part of the resource name.")
            .put("example", Examples.id(collection))
            .set("schema", schema);
      }
    }
    for (var field : route.method().getInputType().getFields()) {
      if (!route.outsideQuery().contains(field)) {
        var schema = schemas.field(field);
        var parameter = parameters.addObject().put("name", field.getJsonName()).put("in", "query");
        parameter.set("description", schema.remove("description"));
        parameter.set("schema", schema);
      }
    }
    var has = new ArrayList<String>();
    if (route.http() != HttpMethod.GET && hasField(route, "request_id")) {
      has.add("IdempotencyKey");
    }
    if (takesIfMatch(route)) {
      has.add("IfMatch");
    }
    if (route.method().isServerStreaming()) {
      has.add("LastEventId");
    }
    has.add("RequestId");
    has.add("Tenant");
    has.forEach(name -> parameters.addObject().put("$ref", "#/components/parameters/" + name));
    return parameters;
  }

  private static boolean takesIfMatch(Route route) {
    return hasField(route, "etag")
        || (route.http() == HttpMethod.PATCH
            && route.body() instanceof Route.Body.Field(var field)
            && field.getMessageType().findFieldByName("etag") != null);
  }

  private static boolean hasField(Route route, String name) {
    return route.method().getInputType().findFieldByName(name) != null;
  }

  private void body(Route route, ObjectNode operation) {
    switch (route.body()) {
      case Route.Body.None() -> {}
      case Route.Body.Whole() -> {
        var inPath = new HashSet<FieldDescriptor>();
        route.path().variables().forEach(v -> inPath.add(v.fields().getFirst()));
        var input = route.method().getInputType();
        var needed = input.getFields().stream().anyMatch(field -> isRequired(field, inPath));
        content(
            operation.putObject("requestBody").put("required", needed),
            schemas.message(input, inPath),
            Examples.request(input, inPath));
      }
      case Route.Body.Field(var field) -> {
        var type = field.getMessageType();
        var patch = route.http() == HttpMethod.PATCH;
        content(
            operation.putObject("requestBody").put("required", true),
            patch ? schemas.patch(type) : schemas.message(type),
            Examples.request(type, Set.of()));
      }
    }
  }

  private static boolean isRequired(FieldDescriptor field, Set<FieldDescriptor> inPath) {
    return !inPath.contains(field) && Schemas.behaviours(field).contains(FieldBehavior.REQUIRED);
  }

  private static void content(ObjectNode owner, ObjectNode schema, ObjectNode example) {
    var content = owner.putObject("content").putObject("application/json");
    content.set("schema", schema);
    content.set("example", example);
  }

  private void success(Route route, ObjectNode responses) {
    var output = route.method().getOutputType();
    var ok = responses.putObject("200");
    var headers = ok.putObject("headers");
    headers.putObject("x-request-id").put("$ref", "#/components/headers/RequestId");
    var schema = schemas.message(output);
    if (route.method().isServerStreaming()) {
      ok.put(
          "description",
          "Server-sent events: `id` is the resume token, `event` the kind, `data` the JSON of a "
              + output.getName()
              + ". An error after the first event comes as an event `ERROR`.");
      var stream = ok.putObject("content").putObject("text/event-stream");
      stream.putObject("schema").put("type", "string");
      stream.set("x-event-schema", schema);
      stream.put("example", "id: abc\nevent: HEARTBEAT\ndata: {\"kind\":\"HEARTBEAT\"}\n\n");
      return;
    }
    if (output.findFieldByName("etag") != null) {
      headers.putObject("etag").put("$ref", "#/components/headers/ETag");
    }
    var comment = comments.of(output.getFullName());
    ok.put("description", comment.isEmpty() ? "Done." : comment);
    content(ok, schema, Examples.answer(output));
  }

  private static boolean isWildcard(String segment) {
    return segment.equals(PathTemplate.WILDCARD);
  }

  /** One of the collection before the wildcard, such as {@code delivery}. */
  private static String parameter(PathTemplate template, int at) {
    var collection = template.segments().get(at - 1);
    return collection.endsWith("ies")
        ? collection.replaceFirst("ies$", "y")
        : collection.replaceFirst("s$", "");
  }
}
