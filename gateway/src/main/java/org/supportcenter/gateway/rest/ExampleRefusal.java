package org.supportcenter.gateway.rest;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportcenter.gateway.error.Failure;
import org.supportcenter.gateway.error.RefusedException;

/** What a request to a route with one thing wrong is refused with, to be shown in the API page. */
public final class ExampleRefusal {
  /** Of the wrong type for everything but texts, field masks too. */
  private static final String NOTHING = "!";

  /** Texts do not take numbers; everything else takes no texts. */
  private static final String NUMBER = "5";

  private ExampleRefusal() {}

  /** The refusal of a field that the route's requests have; of the body where they have none. */
  public static Failure of(Route route) {
    var body = inBody(route);
    if (body.isPresent()) {
      return refusal(route, null, "{\"%s\": %s}".formatted(body.get().getJsonName(), NUMBER));
    }
    var typed = inQuery(route).filter(field -> field.getJavaType() != JavaType.STRING).findFirst();
    if (typed.isPresent()) {
      return refusal(route, typed.get().getJsonName() + "=" + NOTHING, "");
    }
    if (!route.path().variables().isEmpty()) {
      return malformedName(route.path(), route.path().variables().getLast());
    }
    var text = inQuery(route).map(FieldDescriptor::getJsonName).findFirst();
    return text.isPresent()
        ? refusal(route, "%1$s=a&%1$s=b".formatted(text.get()), "")
        : refusal(route, null, "{}");
  }

  private static Optional<FieldDescriptor> inBody(Route route) {
    var fields =
        switch (route.body()) {
          case Route.Body.None() -> List.<FieldDescriptor>of();
          case Route.Body.Whole() -> route.method().getInputType().getFields();
          case Route.Body.Field(var field) -> field.getMessageType().getFields();
        };
    return fields.stream()
        .filter(field -> !field.getName().equals("name") && !isNumber(field))
        .filter(
            field -> route.path().variables().stream().noneMatch(v -> v.fields().contains(field)))
        .findFirst();
  }

  private static Stream<FieldDescriptor> inQuery(Route route) {
    return route.method().getInputType().getFields().stream()
        .filter(field -> !route.outsideQuery().contains(field))
        .filter(QueryParameters::isReadable);
  }

  private static boolean isNumber(FieldDescriptor field) {
    return switch (field.getJavaType()) {
      case INT, LONG, FLOAT, DOUBLE -> !field.isRepeated();
      case BOOLEAN, STRING, BYTE_STRING, ENUM, MESSAGE -> false;
    };
  }

  private static Failure refusal(Route route, @Nullable String query, String body) {
    var http = AggregatedHttpRequest.of(route.http(), "/", MediaType.JSON, body);
    try {
      RequestReader.read(route, route.path().segments(), query, http);
    } catch (RefusedException refused) {
      return refused.failure();
    }
    throw new IllegalStateException(route.method().getFullName() + " took a wrong request");
  }

  /** The engine judges names; it says of them what their proto says. */
  private static Failure malformedName(PathTemplate path, PathTemplate.Variable variable) {
    var name = String.join("/", path.segments().subList(variable.from(), variable.to()));
    return Failure.ofField(
        variable.fields().getLast().getJsonName(),
        "must look like \"%s\"".formatted(name.replace(PathTemplate.WILDCARD, "{uuid}")));
  }
}
