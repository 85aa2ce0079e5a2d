package org.supportcenter.gateway.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads proto3 JSON into messages, strictly: an unknown or repeated field, a wrong type or an
 * impossible value is refused with its path. Numbers are JSON numbers and enums are names; {@code
 * null} leaves a field unset.
 */
public final class MessageReader {
  private static final int DEEPEST = 32;

  /** What the parser says of its own options. */
  private static final Pattern OF_THE_PARSER =
      Pattern.compile(" \\(start marker at .*|: enable `JsonReadFeature.*");

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(64)
                  .maxNameLength(1_000)
                  .build())
          .build();

  private final JsonParser json;

  private MessageReader(JsonParser json) {
    this.json = json;
  }

  /**
   * Reads one JSON object and nothing after it.
   *
   * @return the fields of the outermost object that were present, also as null
   */
  public static Set<FieldDescriptor> read(byte[] body, Message.Builder into, FieldPath path) {
    try (var parser = JSON.createParser(text(body))) {
      var reader = new MessageReader(parser);
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw inBody("must be a JSON object");
      }
      var present = reader.object(into, path);
      if (parser.nextToken() != null) {
        throw inBody("must be one JSON object and nothing after it");
      }
      return present;
    } catch (JsonProcessingException malformed) {
      var where = malformed.getLocation();
      var place =
          where == null
              ? ""
              : " (line %d, column %d)".formatted(where.getLineNr(), where.getColumnNr());
      var problem = OF_THE_PARSER.matcher(malformed.getOriginalMessage()).replaceFirst("");
      throw inBody("must be well-formed JSON: " + problem + place);
    } catch (CharacterCodingException notUtf8) {
      throw inBody("must be valid UTF-8");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Nothing else is JSON (RFC 8259, section 8.1); the parser would take UTF-16, too. */
  private static String text(byte[] body) throws CharacterCodingException {
    return UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
  }

  private static RuntimeException inBody(String problem) {
    return FieldPath.ROOT.field("body").refused(problem);
  }

  private Set<FieldDescriptor> object(Message.Builder into, FieldPath path) throws IOException {
    var type = into.getDescriptorForType();
    var present = new LinkedHashSet<FieldDescriptor>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var name = json.currentName();
      var field = MessageFields.find(type, name);
      if (field == null) {
        throw path.field(name)
            .refused(
                "must be left out: %s has %s"
                    .formatted(type.getName(), MessageFields.settable(type)));
      }
      var place = path.field(field.getJsonName());
      if (!present.add(field)) {
        throw place.refused("must be given once");
      }
      if (json.nextToken() != JsonToken.VALUE_NULL) {
        field(into, field, place);
      }
    }
    return present;
  }

  private void field(Message.Builder into, FieldDescriptor field, FieldPath path)
      throws IOException {
    var oneof = field.getRealContainingOneof();
    if (oneof != null && into.hasOneof(oneof)) {
      var other = into.getOneofFieldDescriptor(oneof).getJsonName();
      throw path.refused(
          "must be left out: %s is there, and only one of them can be".formatted(other));
    }
    if (field.isMapField()) {
      map(into, field, path);
    } else if (field.isRepeated()) {
      expect(JsonToken.START_ARRAY, path, "an array");
      for (var i = 0; json.nextToken() != JsonToken.END_ARRAY; i++) {
        into.addRepeatedField(field, value(into, field, path.element(i)));
      }
    } else {
      into.setField(field, value(into, field, path));
    }
  }

  private void map(Message.Builder into, FieldDescriptor field, FieldPath path) throws IOException {
    expect(JsonToken.START_OBJECT, path, "an object");
    var keyField = field.getMessageType().findFieldByNumber(1);
    var valueField = field.getMessageType().findFieldByNumber(2);
    while (json.nextToken() != JsonToken.END_OBJECT) {
      var key = json.currentName();
      var place = path.field(key);
      json.nextToken();
      var entry = into.newBuilderForField(field);
      entry.setField(keyField, ScalarReader.mapKey(keyField, key, place));
      entry.setField(valueField, value(entry, valueField, place));
      into.addRepeatedField(field, entry.build());
    }
  }

  private Object value(Message.Builder owner, FieldDescriptor field, FieldPath path)
      throws IOException {
    if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
      return ScalarReader.read(json, field, path);
    }
    var type = field.getMessageType().getFullName();
    if (TextValues.isText(type)) {
      expect(JsonToken.VALUE_STRING, path, "a string");
      return TextValues.message(type, json.getText(), path);
    }
    expect(JsonToken.START_OBJECT, path, "an object");
    var builder = owner.newBuilderForField(field);
    object(builder, path);
    return builder.build();
  }

  private void expect(JsonToken token, FieldPath path, String words) {
    if (json.currentToken() != token) {
      throw path.refused("must be " + words);
    }
  }
}
