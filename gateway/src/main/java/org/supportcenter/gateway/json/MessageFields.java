package org.supportcenter.gateway.json;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

  private static Map<String, FieldDescriptor> index(Descriptor message) {
    var fields = new HashMap<String, FieldDescriptor>();
    for (var field : message.getFields()) {
      fields.put(field.getName(), field);
      fields.put(field.getJsonName(), field);
    }
    return Map.copyOf(fields);
  }
}
