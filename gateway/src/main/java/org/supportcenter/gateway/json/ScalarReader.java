package org.supportcenter.gateway.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Base64;

/** Scalars and enums: of a JSON token, and of the text in a query string or a path. */
public final class ScalarReader {
  private static final BigDecimal LARGEST_UNSIGNED_32 = BigDecimal.valueOf(0xFFFF_FFFFL);
  private static final BigDecimal LARGEST_UNSIGNED_64 = new BigDecimal("18446744073709551615");

  private ScalarReader() {}

  static Object read(JsonParser json, FieldDescriptor field, FieldPath path) throws IOException {
    var token = json.currentToken();
    return switch (field.getJavaType()) {
      case STRING -> TextValues.string(text(json, token, path, "a string"), path);
      case ENUM ->
          TextValues.enumValue(field.getEnumType(), text(json, token, path, "an enum name"), path);
      case BYTE_STRING -> bytes(text(json, token, path, "base64 text"), path);
      case BOOLEAN -> {
        if (!token.isBoolean()) {
          throw path.refused("must be true or false");
        }
        yield json.getBooleanValue();
      }
      case INT, DOUBLE, FLOAT -> {
        if (!token.isNumeric()) {
          throw path.refused("must be a number");
        }
        yield number(field, json.getDecimalValue(), path);
      }
      case LONG -> {
        // Canonical proto3 JSON writes 64-bit numbers as strings, since JavaScript has no such.
        if (!token.isNumeric() && token != JsonToken.VALUE_STRING) {
          throw path.refused("must be a number");
        }
        yield number(field, decimal(json.getText(), path), path);
      }
      case MESSAGE -> throw new IllegalArgumentException(field.getFullName() + " is no scalar");
    };
  }

  /** Reads a value from a query string or a path. */
  public static Object ofText(FieldDescriptor field, String text, FieldPath path) {
    return switch (field.getJavaType()) {
      case STRING -> TextValues.string(text, path);
      case ENUM -> TextValues.enumValue(field.getEnumType(), text, path);
      case BYTE_STRING -> bytes(text, path);
      case BOOLEAN ->
          switch (text) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw path.refused("must be true or false");
          };
      case INT, LONG, DOUBLE, FLOAT -> number(field, decimal(text, path), path);
      case MESSAGE -> TextValues.message(field.getMessageType().getFullName(), text, path);
    };
  }

  static Object mapKey(FieldDescriptor field, String key, FieldPath path) {
    return ofText(field, key, path);
  }

  private static String text(JsonParser json, JsonToken token, FieldPath path, String words)
      throws IOException {
    if (token != JsonToken.VALUE_STRING) {
      throw path.refused("must be " + words);
    }
    return json.getText();
  }

  private static ByteString bytes(String text, FieldPath path) {
    try {
      return ByteString.copyFrom(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException notBase64) {
      throw path.refused("must be base64 text");
    }
  }

  private static BigDecimal decimal(String text, FieldPath path) {
    try {
      if (text.length() <= 64) {
        return new BigDecimal(text);
      }
    } catch (NumberFormatException notANumber) {
      throw path.refused("must be a number");
    }
    throw path.refused("must be a number");
  }

  private static Object number(FieldDescriptor field, BigDecimal value, FieldPath path) {
    try {
      return switch (field.getLiteType()) {
        case INT32, SINT32, SFIXED32 -> value.intValueExact();
        case INT64, SINT64, SFIXED64 -> value.longValueExact();
        case UINT32, FIXED32 -> unsigned(value, LARGEST_UNSIGNED_32).intValue();
        case UINT64, FIXED64 -> unsigned(value, LARGEST_UNSIGNED_64).longValue();
        case FLOAT -> finite(value.floatValue(), path);
        case DOUBLE -> finite(value.doubleValue(), path);
        case BOOL, STRING, BYTES, ENUM, MESSAGE, GROUP ->
            throw new IllegalArgumentException(field.getFullName() + " is no number");
      };
    } catch (ArithmeticException outOfRange) {
      throw path.refused("must be a whole number from " + range(field));
    }
  }

  private static String range(FieldDescriptor field) {
    return switch (field.getLiteType()) {
      case INT32, SINT32, SFIXED32 -> Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
      case INT64, SINT64, SFIXED64 -> Long.MIN_VALUE + " to " + Long.MAX_VALUE;
      case UINT32, FIXED32 -> "0 to " + LARGEST_UNSIGNED_32;
      case UINT64, FIXED64 -> "0 to " + LARGEST_UNSIGNED_64;
      case FLOAT, DOUBLE, BOOL, STRING, BYTES, ENUM, MESSAGE, GROUP ->
          throw new IllegalArgumentException(field.getFullName() + " is no whole number");
    };
  }

  private static BigDecimal unsigned(BigDecimal value, BigDecimal largest) {
    if (value.signum() < 0
        || value.compareTo(largest) > 0
        || value.stripTrailingZeros().scale() > 0) {
      throw new ArithmeticException("out of range");
    }
    return value;
  }

  private static Float finite(float value, FieldPath path) {
    if (!Float.isFinite(value)) {
      throw path.refused("must be a finite number");
    }
    return value;
  }

  private static Double finite(double value, FieldPath path) {
    if (!Double.isFinite(value)) {
      throw path.refused("must be a finite number");
    }
    return value;
  }
}
