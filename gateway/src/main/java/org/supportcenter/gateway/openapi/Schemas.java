package org.supportcenter.gateway.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.List;
import java.util.Set;

/** Messages and enums as JSON Schemas under {@code components/schemas}. */
final class Schemas {
  private static final String DURATION = "^-?[0-9]+(\\.[0-9]{1,9})?s$";

  private final ProtoComments comments;
  private final ObjectNode schemas = JsonNodeFactory.instance.objectNode();

  Schemas(ProtoComments comments) {
    this.comments = comments;
  }

  /** All schemas that were asked for, and those they refer to. */
  ObjectNode all() {
    return schemas;
  }

  /** A reference to the schema of a message. */
  ObjectNode message(Descriptor type) {
    return message(type, name(type.getFullName()), Set.of(), true);
  }

  /** As in an update: nothing is required. */
  ObjectNode patch(Descriptor type) {
    return message(type, name(type.getFullName()) + "Patch", Set.of(), false);
  }

  /** As a body beside a path that says the fields {@code without}. */
  ObjectNode message(Descriptor type, Set<FieldDescriptor> without) {
    return message(type, name(type.getFullName()), without, true);
  }

  private ObjectNode message(
      Descriptor type, String name, Set<FieldDescriptor> without, boolean withRequired) {
    if (!schemas.has(name)) {
      var schema = schemas.putObject(name).put("type", "object");
      describe(schema, comments.of(type.getFullName()));
      var properties = schema.putObject("properties");
      var required = JsonNodeFactory.instance.arrayNode();
      for (var field : type.getFields()) {
        if (!without.contains(field)) {
          properties.set(field.getJsonName(), field(field));
          if (behaviours(field).contains(FieldBehavior.REQUIRED)) {
            required.add(field.getJsonName());
          }
        }
      }
      if (withRequired && !required.isEmpty()) {
        schema.set("required", required);
      }
    }
    return reference(name);
  }

  /** The schema of a field, as a property or a parameter. */
  ObjectNode field(FieldDescriptor field) {
    var comment = comments.of(field.getFullName());
    var schema = JsonNodeFactory.instance.objectNode();
    if (field.isMapField()) {
      schema.put("type", "object");
      schema.set("additionalProperties", value(field.getMessageType().findFieldByNumber(2)));
      describe(schema, comment);
    } else if (field.isRepeated()) {
      schema.put("type", "array");
      var items = value(field);
      FieldLimits.list(FieldLimits.rules(field), schema, items);
      schema.set("items", items);
      describe(schema, comment);
    } else {
      schema = value(field);
      describe(schema, comment);
      FieldLimits.value(FieldLimits.rules(field), schema);
    }
    var behaviours = behaviours(field);
    if (behaviours.contains(FieldBehavior.OUTPUT_ONLY)
        || behaviours.contains(FieldBehavior.IDENTIFIER)) {
      schema.put("readOnly", true);
    }
    if (behaviours.contains(FieldBehavior.INPUT_ONLY)) {
      schema.put("writeOnly", true);
    }
    if (behaviours.contains(FieldBehavior.IMMUTABLE)) {
      schema.put("x-immutable", true);
    }
    return schema;
  }

  private ObjectNode value(FieldDescriptor field) {
    var schema = JsonNodeFactory.instance.objectNode();
    return switch (field.getJavaType()) {
      case STRING -> schema.put("type", "string");
      case BOOLEAN -> schema.put("type", "boolean");
      case INT -> schema.put("type", "integer").put("format", "int32");
      case LONG -> schema.put("type", "string").put("format", "int64");
      case DOUBLE, FLOAT -> schema.put("type", "number").put("format", "double");
      case BYTE_STRING -> schema.put("type", "string").put("contentEncoding", "base64");
      case ENUM -> enumeration(field.getEnumType());
      case MESSAGE ->
          switch (field.getMessageType().getFullName()) {
            case "google.protobuf.Timestamp" ->
                schema.put("type", "string").put("format", "date-time");
            case "google.protobuf.Duration" ->
                schema.put("type", "string").put("pattern", DURATION);
            case "google.protobuf.FieldMask" -> schema.put("type", "string");
            case String other -> message(field.getMessageType());
          };
    };
  }

  private ObjectNode enumeration(EnumDescriptor type) {
    var name = name(type.getFullName());
    if (!schemas.has(name)) {
      var schema = schemas.putObject(name).put("type", "string");
      var text = new StringBuilder(comments.of(type.getFullName()));
      var values = schema.putArray("enum");
      for (var value : type.getValues()) {
        values.add(value.getName());
        var comment = comments.of(value.getFullName());
        if (!comment.isEmpty()) {
          text.append("\n- `").append(value.getName()).append("`: ").append(comment);
        }
      }
      describe(schema, text.toString());
    }
    return reference(name);
  }

  static List<FieldBehavior> behaviours(FieldDescriptor field) {
    return field.getOptions().getExtension(FieldBehaviorProto.fieldBehavior);
  }

  static ObjectNode reference(String schema) {
    return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + schema);
  }

  private static void describe(ObjectNode schema, String text) {
    if (!text.isEmpty()) {
      schema.put("description", text);
    }
  }

  /** The name without its package, which begins with a lower-case letter. */
  private static String name(String fullName) {
    return fullName.replaceFirst("^([a-z][^.]*\\.)+", "");
  }
}
