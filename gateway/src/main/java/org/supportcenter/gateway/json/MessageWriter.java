package org.supportcenter.gateway.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.GeneratedMessage;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private static final Map<Object, Shape> SHAPES = new ConcurrentHashMap<>();

  private enum Form {
    VALUE,
    LIST,
    MAP
  }

  private record Property(
      FieldDescriptor field, SerializedString name, Form form, FieldAccess access) {

    static Property of(FieldDescriptor field, Message like) {
      var name = new SerializedString(field.getJsonName());
      return new Property(field, name, form(field), FieldAccess.of(field, like));
    }

    private static Form form(FieldDescriptor field) {
      if (field.isMapField()) {
        return Form.MAP;
      }
      if (field.isRepeated()) {
        return Form.LIST;
      }
      return Form.VALUE;
    }
  }

  /**
   * How a type is written.
   *
   * @param isWellKnown whether it has a form of its own in JSON
   */
  private record Shape(boolean isWellKnown, List<Property> properties) {

    static Shape of(Message like) {
      var type = like.getDescriptorForType();
      return new Shape(
          type.getFile().getPackage().equals("google.protobuf"),
          type.getFields().stream().map(field -> Property.of(field, like)).toList());
    }

    /** Messages that are generated have a class each, and others a descriptor. */
    static Object key(Message message) {
      return message instanceof GeneratedMessage
          ? message.getClass()
          : message.getDescriptorForType();
    }
  }

  private MessageWriter() {}

  /**
   * Compact JSON in UTF-8, on one line.
   *
   * @throws IllegalArgumentException when a time or duration is out of its range
   */
  public static byte[] json(Message message) {
    var bytes = new ByteArrayBuilder(); // grows without copying what was written
    try (var json = JSON.createGenerator(bytes)) {
      message(json, message);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static void message(JsonGenerator json, Message message) throws IOException {
    switch (message) {
      case Timestamp timestamp -> plainText(json, TimestampText.of(timestamp));
      case Duration duration -> json.writeString(Durations.toString(duration));
      case FieldMask mask -> json.writeString(FieldMaskUtil.toJsonString(mask));
      case Message other -> {
        var shape = SHAPES.computeIfAbsent(Shape.key(other), _ -> Shape.of(other));
        if (shape.isWellKnown()) {
          json.writeRawValue(OTHER.print(other));
        } else {
          object(json, other, shape.properties());
        }
      }
    }
  }

  private static void object(JsonGenerator json, Message message, List<Property> properties)
      throws IOException {
    json.writeStartObject();
    for (var property : properties) {
      var field = property.field();
      if (!property.access().isPresent(message)) {
        continue;
      }
      json.writeFieldName(property.name());
      switch (property.form()) {
        case VALUE -> value(json, field, property.access().content(message));
        case LIST -> list(json, field, (List<?>) property.access().content(message));
        case MAP -> map(json, field, (List<?>) property.access().content(message));
      }
    }
    json.writeEndObject();
  }

  private static void list(JsonGenerator json, FieldDescriptor field, List<?> elements)
      throws IOException {
    json.writeStartArray();
    for (var element : elements) {
      value(json, field, element);
    }
    json.writeEndArray();
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
    switch (field.getJavaType()) {
      case STRING -> text(json, (String) value);
      case MESSAGE -> message(json, (Message) value);
      case ENUM -> constant(json, (EnumValueDescriptor) value);
      case BOOLEAN -> json.writeBoolean((Boolean) value);
      case INT -> {
        var number = (Integer) value;
        json.writeNumber(isUnsigned(field) ? Integer.toUnsignedLong(number) : number);
      }
      case LONG -> {
        var number = (Long) value;
        json.writeString(isUnsigned(field) ? Long.toUnsignedString(number) : number.toString());
      }
      case DOUBLE -> json.writeNumber((Double) value);
      case FLOAT -> json.writeNumber((Float) value);
      case BYTE_STRING -> json.writeBinary(((ByteString) value).toByteArray());
    }
  }

  /** Most texts are names and tokens, in which there is nothing to escape. */
  private static void text(JsonGenerator json, String text) throws IOException {
    var bytes = text.getBytes(UTF_8);
    if (isPlain(bytes)) {
      plainText(json, bytes);
    } else {
      json.writeString(text);
    }
  }

  private static void plainText(JsonGenerator json, byte[] ascii) throws IOException {
    json.writeRawUTF8String(ascii, 0, ascii.length);
  }

  /** Whether all of it is ASCII that stands in JSON as it is. */
  private static boolean isPlain(byte[] bytes) {
    for (var each : bytes) {
      if (each < ' ' || each == '"' || each == '\\') {
        return false;
      }
    }
    return true;
  }

  private static void constant(JsonGenerator json, EnumValueDescriptor constant)
      throws IOException {
    if (constant.getIndex() < 0) {
      json.writeNumber(constant.getNumber()); // a newer engine's; it has no name here
    } else {
      json.writeString(constant.getName());
    }
  }

  private static boolean isUnsigned(FieldDescriptor field) {
    return switch (field.getType()) {
      case UINT32, UINT64, FIXED32, FIXED64 -> true;
      case FieldDescriptor.Type other -> false;
    };
  }
}
