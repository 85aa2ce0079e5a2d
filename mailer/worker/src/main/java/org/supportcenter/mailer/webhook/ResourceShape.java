package org.supportcenter.mailer.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * How a resource is printed: its fields in the order and manner of the API. Events tell every field
 * that a person or a rule can change, as text; here is what kind of text.
 */
enum ResourceShape {
  APPOINTMENT(
      "appointment",
      "appointments",
      List.of(
          text("reference"),
          text("customer"),
          text("technician"),
          text("ticket"),
          text("serviceType"),
          optional("startTime"),
          optional("endTime"),
          optional("duration"),
          array("requiredSkills"),
          text("status"),
          text("description"),
          optional("location.address"),
          json("location.latitude"),
          json("location.longitude"),
          text("priority"),
          json("sendConfirmationEmail"),
          json("sendReminderEmail"),
          optional("actualStartTime"),
          optional("actualEndTime"),
          text("cancelReason"),
          optional("cancelTime"),
          optional("bufferBefore"),
          optional("bufferAfter"),
          text("timeZone"),
          array("waivers"))),
  TICKET(
      "ticket",
      "tickets",
      List.of(
          text("reference"),
          text("subject"),
          text("description"),
          text("customer"),
          text("assignee"),
          text("stage"),
          text("priority"),
          optional("dueTime"),
          json("createdWithAppointment")));

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String label;
  private final String collection;

  @SuppressWarnings("ImmutableEnumChecker") // Made by List.of, of strings and constants.
  private final List<Field> fields;

  /** What is printed when, and how. */
  private enum Kind {
    /** A string, also when empty. */
    TEXT,
    /** A string, left out when empty. */
    OPTIONAL,
    /** A number or truth value, left out when empty. */
    JSON,
    /** An array, also when empty. */
    ARRAY
  }

  private record Field(String path, Kind kind) {}

  ResourceShape(String label, String collection, List<Field> fields) {
    this.label = label;
    this.collection = collection;
    this.fields = fields;
  }

  /** What the resource is called within a message. */
  String label() {
    return label;
  }

  /** The name of a resource. */
  String name(Object id) {
    return collection + "/" + id;
  }

  /**
   * Prints the fields.
   *
   * @param values by path; what is missing is empty
   */
  void print(Map<String, String> values, ObjectNode into) {
    for (var field : fields) {
      var value = values.getOrDefault(field.path(), "");
      var dot = field.path().indexOf('.');
      if (dot < 0) {
        print(field.kind(), field.path(), value, into);
      } else if (!value.isEmpty()) {
        var parent = into.withObjectProperty(field.path().substring(0, dot));
        print(field.kind(), field.path().substring(dot + 1), value, parent);
      }
    }
  }

  private static void print(Kind kind, String name, String value, ObjectNode into) {
    switch (kind) {
      case TEXT -> into.put(name, value);
      case OPTIONAL -> {
        if (!value.isEmpty()) {
          into.put(name, value);
        }
      }
      case JSON -> {
        if (!value.isEmpty()) {
          into.set(name, parse(value));
        }
      }
      case ARRAY -> into.set(name, parse(value.isEmpty() ? "[]" : value));
    }
  }

  private static JsonNode parse(String value) {
    try {
      return MAPPER.readTree(value);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("An event holds what is no JSON: " + value, damaged);
    }
  }

  private static Field text(String path) {
    return new Field(path, Kind.TEXT);
  }

  private static Field optional(String path) {
    return new Field(path, Kind.OPTIONAL);
  }

  private static Field json(String path) {
    return new Field(path, Kind.JSON);
  }

  private static Field array(String path) {
    return new Field(path, Kind.ARRAY);
  }
}
