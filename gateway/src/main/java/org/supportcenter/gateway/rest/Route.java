package org.supportcenter.gateway.rest;

import com.google.api.AnnotationsProto;
import com.google.protobuf.Descriptors;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.linecorp.armeria.common.HttpMethod;
import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One http rule of one method.
 *
 * @param rpc how it is called
 * @param method its descriptor
 * @param request an empty request
 * @param http the HTTP method
 * @param path where it is found
 * @param body what the HTTP body is
 * @param outsideQuery the fields that the path or the body says
 */
public record Route(
    MethodDescriptor<Message, Message> rpc,
    Descriptors.MethodDescriptor method,
    Message request,
    HttpMethod http,
    PathTemplate path,
    Body body,
    Set<FieldDescriptor> outsideQuery) {

  /** What the HTTP body is. */
  public sealed interface Body {
    /** There is none. */
    record None() implements Body {}

    /** The request itself, without what the path says. */
    record Whole() implements Body {}

    /** One field of the request; the other ones are query parameters. */
    record Field(FieldDescriptor field) implements Body {}
  }

  /** The route of a method; null when it has no http rule. */
  static @Nullable Route of(MethodDescriptor<?, ?> rpc) {
    if (!(rpc.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier schema)) {
      throw new IllegalArgumentException(rpc.getFullMethodName() + " has no proto descriptor");
    }
    var method = schema.getMethodDescriptor();
    if (!method.getOptions().hasExtension(AnnotationsProto.http)) {
      return null;
    }
    var rule = method.getOptions().getExtension(AnnotationsProto.http);
    var http =
        switch (rule.getPatternCase()) {
          case GET -> HttpMethod.GET;
          case PUT -> HttpMethod.PUT;
          case POST -> HttpMethod.POST;
          case DELETE -> HttpMethod.DELETE;
          case PATCH -> HttpMethod.PATCH;
          case CUSTOM, PATTERN_NOT_SET ->
              throw new IllegalArgumentException(method.getFullName() + ": no usable http rule");
        };
    var path =
        switch (http) {
          case GET -> rule.getGet();
          case PUT -> rule.getPut();
          case POST -> rule.getPost();
          case DELETE -> rule.getDelete();
          case HttpMethod other -> rule.getPatch();
        };
    var input = method.getInputType();
    var template = PathTemplate.parse(path, input);
    var body = body(rule.getBody(), input);
    return new Route(
        typed(rpc),
        method,
        prototype(rpc),
        http,
        template,
        body,
        outsideQuery(template, body, input));
  }

  private static Set<FieldDescriptor> outsideQuery(
      PathTemplate path, Body body, Descriptors.Descriptor input) {
    var fields = new HashSet<FieldDescriptor>();
    path.variables().forEach(variable -> fields.add(variable.fields().getFirst()));
    switch (body) {
      case Body.None() -> {}
      case Body.Whole() -> fields.addAll(input.getFields());
      case Body.Field(var field) -> fields.add(field);
    }
    return Set.copyOf(fields);
  }

  private static Body body(String name, Descriptors.Descriptor input) {
    if (name.isEmpty()) {
      return new Body.None();
    }
    if (name.equals("*")) {
      return new Body.Whole();
    }
    var field = input.findFieldByName(name);
    if (field == null) {
      throw new IllegalArgumentException(name + " is not a field of " + input.getFullName());
    }
    return new Body.Field(field);
  }

  private static Message prototype(MethodDescriptor<?, ?> rpc) {
    if (rpc.getRequestMarshaller() instanceof MethodDescriptor.PrototypeMarshaller<?> marshaller
        && marshaller.getMessagePrototype() instanceof Message message) {
      return message;
    }
    throw new IllegalArgumentException(rpc.getFullMethodName() + " has no message prototype");
  }

  @SuppressWarnings("unchecked")
  private static MethodDescriptor<Message, Message> typed(MethodDescriptor<?, ?> rpc) {
    // Every generated message is a Message; the marshallers of the method go by its own types.
    return (MethodDescriptor<Message, Message>) rpc;
  }
}
