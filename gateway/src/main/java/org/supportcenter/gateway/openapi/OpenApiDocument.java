package org.supportcenter.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import com.google.rpc.LocalizedMessage;
import com.google.rpc.PreconditionFailure;
import com.google.rpc.RetryInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.supportcenter.gateway.rest.Route;
import org.supportcenter.v1.BookingAlternatives;
import org.supportcenter.v1.Violations;

/** Makes the OpenAPI 3.1 document of these routes from their protos. */
final class OpenApiDocument {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<Descriptor> DETAILS =
      List.of(
          ErrorInfo.getDescriptor(),
          BadRequest.getDescriptor(),
          PreconditionFailure.getDescriptor(),
          RetryInfo.getDescriptor(),
          LocalizedMessage.getDescriptor(),
          Violations.getDescriptor(),
          BookingAlternatives.getDescriptor());

  private OpenApiDocument() {}

  /** The document as JSON in UTF-8. */
  static byte[] json(List<Route> routes) {
    var comments = ProtoComments.load();
    var schemas = new Schemas(comments);
    var operations = new Operations(comments, schemas, new ErrorResponses(comments));
    var document = head();
    var tags = document.putArray("tags");
    routes.stream()
        .map(route -> route.method().getService())
        .collect(Collectors.toCollection(LinkedHashSet::new))
        .forEach(
            service ->
                tags.addObject()
                    .put("name", service.getName())
                    .put("description", comments.of(service.getFullName())));
    var paths = document.putObject("paths");
    for (var route : routes) {
      paths
          .withObjectProperty(Operations.path(route.path()))
          .set(route.http().name().toLowerCase(Locale.ROOT), operations.operation(route));
    }
    document.set("webhooks", new WebhookOperations(comments, schemas).all());
    var components = document.putObject("components");
    error(schemas);
    components.set("schemas", schemas.all());
    parameters(components.putObject("parameters"));
    headers(components.putObject("headers"));
    security(components.putObject("securitySchemes"));
    try {
      return JSON.writeValueAsBytes(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static ObjectNode head() {
    var document = JsonNodeFactory.instance.objectNode().put("openapi", "3.1.0");
    var info =
        document
            .putObject("info")
            .put("title", "Support Center")
            .put("version", "v1")
            .put(
                "description",
                "Appointment scheduling for support teams. JSON is proto3 JSON; unknown fields and"
                    + " parameters are refused. Query parameters may be written in snake_case"
                    + " too.");
    info.putObject("license").put("name", "LGPL-3.0").put("identifier", "LGPL-3.0-only");
    document.putArray("servers").addObject().put("url", "/");
    var security = document.putArray("security");
    security.addObject().putArray("bearer");
    security.addObject().putArray("apiKey");
    return document;
  }

  private static void error(Schemas schemas) {
    var details = JsonNodeFactory.instance.arrayNode();
    for (var type : DETAILS) {
      var typed = details.addObject();
      var parts = typed.putArray("allOf");
      parts.add(schemas.message(type));
      var tag = parts.addObject().put("type", "object");
      tag.putArray("required").add("@type");
      tag.putObject("properties")
          .putObject("@type")
          .put("const", "type.googleapis.com/" + type.getFullName());
    }
    var body = schemas.all().putObject("Error").put("type", "object");
    body.put("description", "An error; `reason` of its one ErrorInfo is what to switch on.");
    body.putArray("required").add("error");
    var error = body.putObject("properties").putObject("error").put("type", "object");
    error.put("description", "The error itself (AIP-193).");
    error.putArray("required").add("code").add("status").add("message").add("details");
    var properties = error.putObject("properties");
    properties.putObject("code").put("type", "integer").put("description", "The HTTP status.");
    properties.putObject("status").put("type", "string").put("description", "The gRPC code.");
    properties.putObject("message").put("type", "string").put("description", "For people.");
    properties.putObject("details").put("type", "array").putObject("items").set("anyOf", details);
  }

  private static void parameters(ObjectNode parameters) {
    header(
        parameters,
        "IdempotencyKey",
        "Idempotency-Key",
        "The same as `requestId`: a UUID; a retry with it runs at most once for 24 hours.",
        "uuid",
        Examples.UUID);
    header(
        parameters,
        "IfMatch",
        "If-Match",
        "The same as `etag`: when given, it must be the current version.",
        null,
        "\"7\"");
    header(
        parameters,
        "LastEventId",
        "Last-Event-ID",
        "The `id` of the last event seen; the stream goes on after it.",
        null,
        "abc");
    header(
        parameters,
        "RequestId",
        "x-request-id",
        "An id for logs, up to 128 of A-Z a-z 0-9 . _ : -; without one, one is made.",
        null,
        Examples.UUID);
    header(
        parameters,
        "Tenant",
        "x-tenant-id",
        "The tenant, for users of several; with an API key it must be the key's.",
        "uuid",
        Examples.UUID);
  }

  private static void header(
      ObjectNode parameters,
      String name,
      String header,
      String description,
      @Nullable String format,
      String example) {
    var parameter =
        parameters
            .putObject(name)
            .put("name", header)
            .put("in", "header")
            .put("description", description)
            .put("example", example);
    var schema = parameter.putObject("schema").put("type", "string");
    if (format != null) {
      schema.put("format", format);
    }
  }

  private static void headers(ObjectNode headers) {
    headers
        .putObject("RequestId")
        .put("description", "The id of the request, as in the logs.")
        .putObject("schema")
        .put("type", "string");
    headers
        .putObject("ETag")
        .put("description", "The version of the resource, as in its `etag`.")
        .putObject("schema")
        .put("type", "string");
  }

  private static void security(ObjectNode schemes) {
    schemes
        .putObject("bearer")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "An API key (`sc_...`).");
    schemes
        .putObject("apiKey")
        .put("type", "apiKey")
        .put("in", "header")
        .put("name", "x-api-key")
        .put("description", "An API key (`sc_...`).");
  }
}
