package org.supportcenter.gateway.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.JsonFormat;
import com.google.protobuf.util.Timestamps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes messages as proto3 JSON, with the fields that have no presence always printed: the same as
 * protobuf's JsonFormat, but straight to bytes without a tree in between, which a page of a
 * thousand appointments feels.
 */
public final class MessageWriter {
  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonFormat.Printer OTHER =
      JsonFormat.printer().alwaysPrintFieldsWithNoPresence().omittingInsignificantWhitespace();
  private static final Map<Descriptor, List<Property>> PROPERTIES = new ConcurrentHashMap<>();

  private record Property(FieldDescriptor field, SerializedString name) {}

  private MessageWriter() {}

  /**
   * Compact JSON in UTF-8, on one line.
   *
   * @throws IllegalArgumentException when a time or duration is out of its range
   */
  public static byte[] json(Message message) {
    var bytes = new ByteArrayOutputStream(1024);
    try (var json = JSON.createGenerator(bytes)) {
      message(json, message);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void message(JsonGenerator json, Message message) throws IOException {
    switch (message) {
      case Timestamp timestamp -> json.writeString(text(timestamp));
      case Duration duration -> json.writeString(Durations.toString(duration));
      case FieldMask mask -> json.writeString(FieldMaskUtil.toJsonString(mask));
      case Message other -> {
        var type = other.getDescriptorForType();
        if (type.getFile().getPackage().equals("google.protobuf")) {
          json.writeRawValue(OTHER.print(other));
        } else {
          object(json, other, PROPERTIES.computeIfAbsent(type, MessageWriter::properties));
        }
      }
    }
  }

  private static List<Property> properties(Descriptor type) {
    return type.getFields().stream()
        .map(field -> new Property(field, new SerializedString(field.getJsonName())))
        .toList();
  }

  private static void object(JsonGenerator json, Message message, List<Property> properties)
      throws IOException {
    json.writeStartObject();
    for (var property : properties) {
      var field = property.field();
      if (field.hasPresence() && !message.hasField(field)) {
        continue;
      }
      json.writeFieldName(property.name());
      if (field.isMapField()) {
        map(json, field, (List<?>) message.getField(field));
      } else if (field.isRepeated()) {
        json.writeStartArray();
        for (var element : (List<?>) message.getField(field)) {
          value(json, field, element);
        }
        json.writeEndArray();
      } else {
        value(json, field, message.getField(field));
      }
    }
    json.writeEndObject();
  }

  private static void map(JsonGenerator json, FieldDescriptor field, List<?> entries)
      throws IOException {
    var key = field.getMessageType().findFieldByNumber(1);
    var value = field.getMessageType().findFieldByNumber(2);
    json.writeStartObject();
    for (var entry : entries) {
      var message = (Message) entry;
      json.writeFieldName(message.getField(key).toString());
      value(json, value, message.getField(value));
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, FieldDescriptor field, Object value)
      throws IOException {
    switch (value) {
      case String text -> json.writeString(text);
      case Boolean flag -> json.writeBoolean(flag);
      case Integer number when isUnsigned(field) ->
          json.writeNumber(Integer.toUnsignedLong(number));
      case Integer number -> json.writeNumber(number);
      case Long number when isUnsigned(field) -> json.writeString(Long.toUnsignedString(number));
      case Long number -> json.writeString(number.toString());
      case Double number -> json.writeNumber(number);
      case Float number -> json.writeNumber(number);
      case ByteString bytes -> json.writeBinary(bytes.toByteArray());
      case EnumValueDescriptor constant when constant.getIndex() < 0 ->
          json.writeNumber(constant.getNumber()); // a newer engine's; it has no name here
      case EnumValueDescriptor constant -> json.writeString(constant.getName());
      case Message message -> message(json, message);
      case Object other -> throw new IllegalArgumentException("no JSON for " + other.getClass());
    }
  }

  private static boolean isUnsigned(FieldDescriptor field) {
    return switch (field.getType()) {
      case UINT32, UINT64, FIXED32, FIXED64 -> true;
      case FieldDescriptor.Type other -> false;
    };
  }

  private static String text(Timestamp timestamp) {
    Timestamps.checkValid(timestamp);
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos()).toString();
  }
}
