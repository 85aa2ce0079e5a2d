package org.supportcenter.gateway.json;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.FieldMaskUtil;
import com.google.protobuf.util.Timestamps;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.ErrorReasonOuterClass;

/** Values that proto3 JSON and query strings write as text. */
public final class TextValues {
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");
  private static final Pattern DURATION = Pattern.compile("-?\\d{1,12}(\\.\\d{1,9})?s");
  private static final Pattern MASK = Pattern.compile("\\*|[A-Za-z0-9_.]+(,[A-Za-z0-9_.]+)*");

  private TextValues() {}

  /** Whether messages of this type are written as one text. */
  public static boolean isText(String messageType) {
    return switch (messageType) {
      case "google.protobuf.Timestamp", "google.protobuf.Duration", "google.protobuf.FieldMask" ->
          true;
      case String other -> false;
    };
  }

  /** Reads a message for which {@link #isText} holds. */
  public static Message message(String messageType, String text, FieldPath path) {
    return switch (messageType) {
      case "google.protobuf.Timestamp" -> timestamp(text, path);
      case "google.protobuf.Duration" -> duration(text, path);
      case "google.protobuf.FieldMask" -> mask(text, path);
      case String other -> throw new IllegalArgumentException(other + " is not written as text");
    };
  }

  /** Text without half surrogate pairs: those have no UTF-8 and would be changed on the way. */
  static String string(String text, FieldPath path) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw path.refused("must be valid Unicode, without half surrogate pairs");
        }
        i++;
      }
    }
    return text;
  }

  /** An enum value by its name. */
  static EnumValueDescriptor enumValue(EnumDescriptor type, String text, FieldPath path) {
    var value = type.findValueByName(text);
    if (value == null) {
      var names = settable(type).map(EnumValueDescriptor::getName).toList();
      throw path.refused("must be one of " + String.join(", ", names));
    }
    return value;
  }

  /** Requests name reasons only to have rules waived; of all others every value can be meant. */
  private static Stream<EnumValueDescriptor> settable(EnumDescriptor type) {
    return type.equals(ErrorReason.getDescriptor())
        ? type.getValues().stream()
            .filter(value -> value.getOptions().getExtension(ErrorReasonOuterClass.waivable))
        : type.getValues().stream().skip(1);
  }

  private static Timestamp timestamp(String text, FieldPath path) {
    if (RFC_3339.matcher(text).matches()) {
      try {
        var instant = OffsetDateTime.parse(text).toInstant();
        var timestamp =
            Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
        if (Timestamps.isValid(timestamp)) {
          return timestamp;
        }
        throw path.refused("must be in the years 0001 to 9999 UTC");
      } catch (DateTimeException noSuchTime) {
        throw path.refused("must be a time that exists: " + noSuchTime.getMessage());
      }
    }
    throw path.refused("must be an RFC 3339 time such as 2027-03-01T09:00:00Z");
  }

  private static Duration duration(String text, FieldPath path) {
    if (DURATION.matcher(text).matches()) {
      try {
        return Durations.parse(text);
      } catch (ParseException | IllegalArgumentException outOfRange) {
        throw path.refused(
            "must be a duration of up to %ds".formatted(Durations.MAX_VALUE.getSeconds()));
      }
    }
    throw path.refused("must be a duration in seconds such as 3600s");
  }

  private static FieldMask mask(String text, FieldPath path) {
    if (text.isEmpty()) {
      return FieldMask.getDefaultInstance();
    }
    if (!MASK.matcher(text).matches()) {
      throw path.refused("must be field names separated by commas, or *");
    }
    return FieldMaskUtil.fromJsonString(text);
  }
}
