package org.supportcenter.gateway.json;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the fields of a message by the names that JSON and query strings may use. */
public final class MessageFields {
  private static final Map<Descriptor, Map<String, FieldDescriptor>> BY_NAME =
      new ConcurrentHashMap<>();

  private MessageFields() {}

  /** The field with this lowerCamel or snake_case name; null when there is none. */
  public static @Nullable FieldDescriptor find(Descriptor message, String name) {
    return BY_NAME.computeIfAbsent(message, MessageFields::index).get(name);
  }

  /** The names of the fields that a client may set, for people. */
  static String settable(Descriptor message) {
    return names(
        message.getFields().stream()
            .filter(
                field ->
                    !field
                        .getOptions()
                        .getExtension(FieldBehaviorProto.fieldBehavior)
                        .contains(FieldBehavior.OUTPUT_ONLY)));
  }

  /** The JSON names of fields, for people. */
  public static String names(Stream<FieldDescriptor> fields) {
    var names = fields.map(FieldDescriptor::getJsonName).collect(Collectors.joining(", "));
    return names.isEmpty() ? "none" : names;
  }

  private static Map<String, FieldDescriptor> index(Descriptor message) {
    var fields = new HashMap<String, FieldDescriptor>();
    for (var field : message.getFields()) {
      fields.put(field.getName(), field);
      fields.put(field.getJsonName(), field);
    }
    return Map.copyOf(fields);
  }
}
