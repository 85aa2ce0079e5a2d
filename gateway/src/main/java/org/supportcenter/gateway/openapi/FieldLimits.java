package org.supportcenter.gateway.openapi;

import build.buf.validate.FieldRules;
import build.buf.validate.Ignore;
import build.buf.validate.StringRules;
import build.buf.validate.ValidateProto;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.util.Durations;
import java.util.ArrayList;
import java.util.List;

/** The protovalidate rules of a field as JSON Schema keywords. */
final class FieldLimits {
  private FieldLimits() {}

  static FieldRules rules(FieldDescriptor field) {
    return field.getOptions().getExtension(ValidateProto.field);
  }

  /** Adds the limits of a list, and those of its items to {@code items}. */
  static void list(FieldRules rules, ObjectNode schema, ObjectNode items) {
    var repeated = rules.getRepeated();
    if (repeated.hasMinItems()) {
      schema.put("minItems", repeated.getMinItems());
    }
    if (repeated.hasMaxItems()) {
      schema.put("maxItems", repeated.getMaxItems());
    }
    if (repeated.getUnique()) {
      schema.put("uniqueItems", true);
    }
    value(repeated.getItems(), items);
  }

  /** Adds the limits of a single value. */
  static void value(FieldRules rules, ObjectNode schema) {
    switch (rules.getTypeCase()) {
      case STRING -> string(rules, schema);
      case INT32 -> {
        var limits = rules.getInt32();
        if (limits.hasGte()) {
          schema.put("minimum", limits.getGte());
        }
        if (limits.hasLte()) {
          schema.put("maximum", limits.getLte());
        }
      }
      case DOUBLE -> {
        var limits = rules.getDouble();
        if (limits.hasGte()) {
          schema.put("minimum", limits.getGte());
        }
        if (limits.hasLte()) {
          schema.put("maximum", limits.getLte());
        }
      }
      case DURATION -> duration(rules, schema);
      case FieldRules.TypeCase other -> {
        // Enums list their values; no other kind of rule is in use.
      }
    }
  }

  private static void string(FieldRules rules, ObjectNode schema) {
    if (rules.getIgnore() == Ignore.IGNORE_IF_ZERO_VALUE) {
      var either = schema.putArray("anyOf");
      either.addObject().put("maxLength", 0);
      text(rules.getString(), either.addObject());
    } else {
      text(rules.getString(), schema);
    }
  }

  private static void text(StringRules limits, ObjectNode schema) {
    if (limits.hasMinLen()) {
      schema.put("minLength", limits.getMinLen());
    }
    if (limits.hasMaxLen()) {
      schema.put("maxLength", limits.getMaxLen());
    }
    if (limits.hasPattern()) {
      // RE2 and ECMA 262 write these alike, but for the escape of a control character.
      schema.put("pattern", limits.getPattern());
    }
    if (limits.getEmail()) {
      schema.put("format", "email");
    }
    if (limits.getInCount() > 0) {
      limits.getInList().forEach(schema.putArray("enum")::add);
    }
  }

  /** JSON Schema cannot order durations, so their limits are words and extensions. */
  private static void duration(FieldRules rules, ObjectNode schema) {
    var limits = rules.getDuration();
    List<String> words = new ArrayList<>();
    if (limits.hasGte()) {
      schema.put("x-minimum", Durations.toString(limits.getGte()));
      words.add("at least " + Durations.toString(limits.getGte()));
    }
    if (limits.hasLte()) {
      schema.put("x-maximum", Durations.toString(limits.getLte()));
      words.add("at most " + Durations.toString(limits.getLte()));
    }
    if (!words.isEmpty()) {
      var said = schema.path("description").asText("");
      schema.put("description", (said + " (" + String.join(", ", words) + ")").strip());
    }
  }
}
