package org.supportcenter.gateway.rest;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpMethod;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportcenter.gateway.error.RefusedException;
import org.supportcenter.gateway.json.FieldPath;
import org.supportcenter.gateway.json.MessageReader;
import org.supportcenter.gateway.json.ScalarReader;

/** Makes the request message of an HTTP request: body, then query, path and headers. */
final class RequestReader {
  private RequestReader() {}

  /**
   * Reads a request.
   *
   * @throws RefusedException naming the field, parameter or header that is wrong
   */
  static Message read(
      Route route, List<String> segments, @Nullable String query, AggregatedHttpRequest http) {
    var request = route.request().newBuilderForType();
    var present = readBody(route, http, request);
    QueryParameters.read(query, route, request);
    readPath(route.path(), segments, request);
    HeaderFields.read(http.headers(), route, request);
    if (route.http() == HttpMethod.PATCH) {
      DerivedMask.read(present, request);
    }
    return request.build();
  }

  private static Set<FieldDescriptor> readBody(
      Route route, AggregatedHttpRequest http, Message.Builder request) {
    var empty = http.content().isEmpty();
    return switch (route.body()) {
      case Route.Body.None() -> {
        if (!empty) {
          throw RefusedException.ofField("body", "must be empty: this method takes none");
        }
        yield Set.of();
      }
      case Route.Body.Whole() -> {
        if (empty) {
          yield Set.of(); // as {}: verbs need nothing but their path
        }
        ContentType.requireJson(http.headers());
        yield MessageReader.read(http.content().array(), request, FieldPath.ROOT);
      }
      case Route.Body.Field(var field) -> {
        if (empty) {
          throw RefusedException.ofField(
              field.getJsonName(), "must be given: the body is a JSON object");
        }
        ContentType.requireJson(http.headers());
        var path = FieldPath.ROOT.field(field.getJsonName());
        yield MessageReader.read(http.content().array(), request.getFieldBuilder(field), path);
      }
    };
  }

  private static void readPath(
      PathTemplate template, List<String> segments, Message.Builder request) {
    for (var variable : template.variables()) {
      var owner = request;
      for (var field : variable.fields().subList(0, variable.fields().size() - 1)) {
        owner = owner.getFieldBuilder(field);
      }
      var field = variable.fields().getLast();
      var text = String.join("/", segments.subList(variable.from(), variable.to()));
      var value = ScalarReader.ofText(field, text, FieldPath.ROOT.field(field.getJsonName()));
      var given = owner.getField(field);
      if (!given.equals(field.getDefaultValue()) && !given.equals(value)) {
        throw RefusedException.ofField(
            field.getJsonName(), "must be the one in the path, or be left out");
      }
      owner.setField(field, value);
    }
  }
}
