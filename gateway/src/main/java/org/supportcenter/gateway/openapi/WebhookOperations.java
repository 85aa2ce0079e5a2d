package org.supportcenter.gateway.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import java.util.List;
import java.util.Locale;
import org.supportcenter.v1.WebhookMessage;

/** What endpoints of others are sent, as the {@code webhooks} of the document. */
final class WebhookOperations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> RESOURCES = List.of("appointment", "ticket");

  private final ProtoComments comments;
  private final Schemas schemas;

  WebhookOperations(ProtoComments comments, Schemas schemas) {
    this.comments = comments;
    this.schemas = schemas;
  }

  /** One for each event, by the type in its messages. */
  ObjectNode all() {
    var webhooks = JSON.objectNode();
    WebhookMessage.Event.getDescriptor().getValues().stream()
        .filter(event -> event.getNumber() != 0)
        .forEach(event -> webhooks.putObject(type(event)).set("post", operation(event)));
    return webhooks;
  }

  /** The type that messages of this event have. */
  static String type(EnumValueDescriptor event) {
    return event.getName().toLowerCase(Locale.ROOT).replaceFirst("_", ".");
  }

  private ObjectNode operation(EnumValueDescriptor event) {
    var type = type(event);
    var comment = comments.of(event.getFullName());
    var operation =
        JSON.objectNode()
            .put("operationId", "on:" + type)
            .put("summary", comment.replaceFirst("\\.$", ""))
            .put(
                "description",
                comment
                    + " Signed by the Standard Webhooks specification; the same `webhook-id` on"
                    + " every attempt.");
    operation.putArray("tags").add("WebhookService");
    operation.putArray("security");
    operation.set("parameters", parameters());
    var content =
        operation
            .putObject("requestBody")
            .put("required", true)
            .putObject("content")
            .putObject("application/json");
    content.set("schema", schemas.message(WebhookMessage.getDescriptor()));
    content.set("example", example(type));
    var responses = operation.putObject("responses");
    responses.putObject("2XX").put("description", "Taken; it is not sent again.");
    responses
        .putObject("410")
        .put("description", "Nobody is there any more: the endpoint is stopped.");
    responses
        .putObject("default")
        .put(
            "description",
            "Not taken: tried again, ten times over three days. `Retry-After` is honoured,"
                + " redirects are not followed.");
    return operation;
  }

  private static ArrayNode parameters() {
    var parameters = JSON.arrayNode();
    header(parameters, "webhook-id", "The same for every attempt.", Examples.UUID);
    header(
        parameters,
        "webhook-timestamp",
        "When this attempt was signed, in seconds since 1970.",
        "1803888000");
    header(
        parameters,
        "webhook-signature",
        "`v1,` and the HMAC-SHA256 of `{id}.{timestamp}.{body}` in Base64, one for each secret.",
        "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=");
    return parameters;
  }

  private static void header(
      ArrayNode parameters, String name, String description, String example) {
    parameters
        .addObject()
        .put("name", name)
        .put("in", "header")
        .put("required", true)
        .put("description", description)
        .put("example", example)
        .putObject("schema")
        .put("type", "string");
  }

  private static ObjectNode example(String type) {
    var message = Examples.answer(WebhookMessage.getDescriptor());
    message.put("type", type);
    var data = message.withObjectProperty("data");
    data.remove("reason");
    RESOURCES.stream().filter(resource -> !type.startsWith(resource + ".")).forEach(data::remove);
    for (var resource : RESOURCES) {
      if (data.has(resource)) {
        data.set("resource", data.get(resource).get("name"));
      }
    }
    return message;
  }
}
