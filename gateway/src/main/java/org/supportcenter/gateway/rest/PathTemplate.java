package org.supportcenter.gateway.rest;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path of an http rule, such as {@code /v1/{parent=technicians/*}/timeOff} or {@code
 * /v1/{name=appointments/*}:confirm}. Only {@code *} is a wildcard; it stands for one segment.
 *
 * @param text as in the proto
 * @param segments literals, and {@code *}
 * @param verb what follows the colon; null when there is none
 * @param variables what the path says about the request
 */
public record PathTemplate(
    String text, List<String> segments, @Nullable String verb, List<Variable> variables) {
  /** A segment that any value fits. */
  public static final String WILDCARD = "*";

  /**
   * A part of the path that is a field of the request.
   *
   * @param fields the way to the field, from the request inwards
   * @param from first segment
   * @param to after the last segment
   */
  public record Variable(List<FieldDescriptor> fields, int from, int to) {}

  /** Reads a template whose variables name fields of {@code request}. */
  static PathTemplate parse(String text, Descriptor request) {
    var segments = new ArrayList<String>();
    var variables = new ArrayList<Variable>();
    var verbAt = text.indexOf(':', Math.max(text.lastIndexOf('/'), text.lastIndexOf('}')));
    var rest = verbAt < 0 ? text : text.substring(0, verbAt);
    while (!rest.isEmpty()) {
      if (rest.startsWith("/{")) {
        var end = rest.indexOf('}');
        var equals = rest.indexOf('=');
        var from = segments.size();
        segments.addAll(List.of(rest.substring(equals + 1, end).split("/")));
        var fields = fields(rest.substring(2, equals), request);
        variables.add(new Variable(fields, from, segments.size()));
        rest = rest.substring(end + 1);
      } else {
        var end = rest.indexOf('/', 1) < 0 ? rest.length() : rest.indexOf('/', 1);
        segments.add(rest.substring(1, end));
        rest = rest.substring(end);
      }
    }
    var verb = verbAt < 0 ? null : text.substring(verbAt + 1);
    return new PathTemplate(text, List.copyOf(segments), verb, List.copyOf(variables));
  }

  private static List<FieldDescriptor> fields(String path, Descriptor request) {
    var fields = new ArrayList<FieldDescriptor>();
    var type = request;
    for (var name : path.split("\\.", -1)) {
      var field = type.findFieldByName(name);
      if (field == null) {
        throw new IllegalArgumentException(path + " is not a field of " + request.getFullName());
      }
      fields.add(field);
      type =
          field.getJavaType() == FieldDescriptor.JavaType.MESSAGE ? field.getMessageType() : type;
    }
    return List.copyOf(fields);
  }

  /** Whether these still encoded segments fit, the verb aside. */
  boolean fits(List<String> path) {
    for (var i = 0; i < path.size(); i++) {
      var expected = segments.get(i);
      var literal = !expected.equals(WILDCARD);
      if (literal ? !expected.equals(path.get(i)) : path.get(i).isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
