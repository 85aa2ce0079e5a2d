package org.supportcenter.mailer.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The body of a message: what happened, and the resource as it was right after it, whatever has
 * become of it since. The resource is put together from its events, so a retry after days says the
 * same as the first attempt, byte by byte.
 */
final class Payload {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Payload() {}

  /**
   * Writes a body.
   *
   * @param sequence number of the delivery at its endpoint
   * @param history the events of the resource, oldest first, the last one being told; at least one
   */
  static String of(ResourceShape shape, UUID id, int sequence, List<EventEntry> history) {
    var event = history.getLast();
    var message = JSON.createObjectNode();
    message.put("type", event.type());
    message.put("timestamp", event.time().toString());
    var data = message.putObject("data");
    data.put("sequence", sequence);
    data.put("resource", shape.name(id));
    data.put("resourceVersion", event.version());
    data.put("actor", event.actor());
    data.put("source", event.source());
    if (event.reason() != null) {
      data.put("reason", event.reason());
    }
    var changes = data.putArray("changes");
    for (var change : event.changes()) {
      changes
          .addObject()
          .put("field", change.field())
          .put("before", change.before())
          .put("after", change.after());
    }
    print(shape, id, history, data.putObject(shape.label()));
    try {
      return JSON.writeValueAsString(message);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void print(
      ResourceShape shape, UUID id, List<EventEntry> history, ObjectNode resource) {
    var created = history.getFirst();
    var event = history.getLast();
    resource.put("name", shape.name(id));
    shape.print(fields(history), resource);
    resource.put("etag", "\"%d\"".formatted(event.version()));
    resource.put("createTime", created.time().toString());
    resource.put("updateTime", event.time().toString());
    if (shape == ResourceShape.APPOINTMENT) {
      resource.put("createdVia", created.source());
      resource.put("creator", created.actor());
    }
  }

  /** The fields after the last event: what each changed last. */
  private static Map<String, String> fields(List<EventEntry> history) {
    var values = new HashMap<String, String>();
    for (var event : history) {
      event.changes().forEach(change -> values.put(change.field(), change.after()));
    }
    return values;
  }
}
