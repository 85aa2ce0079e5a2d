package org.supportcenter.gateway.openapi;

import static org.supportcenter.v1.ErrorReason.BODY_TOO_LARGE;
import static org.supportcenter.v1.ErrorReason.CONCURRENT_CHANGE;
import static org.supportcenter.v1.ErrorReason.CONTENT_TYPE_UNSUPPORTED;
import static org.supportcenter.v1.ErrorReason.CREDENTIAL_EXPIRED;
import static org.supportcenter.v1.ErrorReason.CREDENTIAL_INVALID;
import static org.supportcenter.v1.ErrorReason.CREDENTIAL_MISSING;
import static org.supportcenter.v1.ErrorReason.CUSTOMER_OVERLAP;
import static org.supportcenter.v1.ErrorReason.DATABASE_UNAVAILABLE;
import static org.supportcenter.v1.ErrorReason.DEADLINE_PASSED;
import static org.supportcenter.v1.ErrorReason.DRAINING;
import static org.supportcenter.v1.ErrorReason.ENGINE_UNAVAILABLE;
import static org.supportcenter.v1.ErrorReason.ETAG_MISMATCH;
import static org.supportcenter.v1.ErrorReason.FIELD_INVALID;
import static org.supportcenter.v1.ErrorReason.FILTER_INVALID;
import static org.supportcenter.v1.ErrorReason.HOLD_LIMIT_REACHED;
import static org.supportcenter.v1.ErrorReason.INTERNAL;
import static org.supportcenter.v1.ErrorReason.NOT_ALLOWED;
import static org.supportcenter.v1.ErrorReason.NOT_A_MEMBER;
import static org.supportcenter.v1.ErrorReason.OVERLOADED;
import static org.supportcenter.v1.ErrorReason.PAGE_TOKEN_INVALID;
import static org.supportcenter.v1.ErrorReason.RATE_LIMITED;
import static org.supportcenter.v1.ErrorReason.REQUEST_ID_REUSED;
import static org.supportcenter.v1.ErrorReason.RESOURCE_EXISTS;
import static org.supportcenter.v1.ErrorReason.RESOURCE_IN_USE;
import static org.supportcenter.v1.ErrorReason.RESOURCE_NOT_FOUND;
import static org.supportcenter.v1.ErrorReason.START_IN_PAST;
import static org.supportcenter.v1.ErrorReason.STATUS_TRANSITION_NOT_ALLOWED;
import static org.supportcenter.v1.ErrorReason.TENANT_INACTIVE;
import static org.supportcenter.v1.ErrorReason.TENANT_INVALID;
import static org.supportcenter.v1.ErrorReason.TENANT_REQUIRED;
import static org.supportcenter.v1.ErrorReason.TIME_ZONE_UNKNOWN;
import static org.supportcenter.v1.ErrorReason.UPDATE_MASK_INVALID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.linecorp.armeria.common.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeMap;
import org.supportcenter.gateway.error.ErrorBody;
import org.supportcenter.gateway.error.Failure;
import org.supportcenter.gateway.rest.ExampleRefusal;
import org.supportcenter.gateway.rest.Route;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.ErrorReasonOuterClass;

/** Which errors an operation may answer with, told from what its request holds. */
final class ErrorResponses {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProtoComments comments;

  ErrorResponses(ProtoComments comments) {
    this.comments = comments;
  }

  /** Adds one response per error status to the responses of an operation. */
  void add(Route route, ObjectNode responses) {
    var byStatus = new TreeMap<Integer, ArrayList<ErrorReason>>();
    for (var reason : reasons(route)) {
      byStatus.computeIfAbsent(httpStatus(reason), status -> new ArrayList<>()).add(reason);
    }
    byStatus.forEach(
        (status, reasons) -> {
          var text = new StringBuilder();
          var names = JsonNodeFactory.instance.arrayNode();
          for (var reason : reasons) {
            var comment = comments.of("supportcenter.v1." + reason.name());
            text.append("- `").append(reason.name()).append("`: ").append(comment).append("\n");
            names.add(reason.name());
          }
          var response = responses.putObject(status.toString());
          response.put("description", text.toString().strip());
          response.set("x-reasons", names);
          var content = response.putObject("content").putObject("application/json");
          content.set("schema", Schemas.reference("Error"));
          content.set("example", example(route, reasons.getFirst()));
        });
  }

  static int httpStatus(ErrorReason reason) {
    return reason.getValueDescriptor().getOptions().getExtension(ErrorReasonOuterClass.httpStatus);
  }

  private JsonNode example(Route route, ErrorReason reason) {
    var failure =
        reason == FIELD_INVALID
            ? ExampleRefusal.of(route)
            : Failure.of(reason, comments.of("supportcenter.v1." + reason.name()));
    try {
      return JSON.readTree(ErrorBody.json(failure));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Set<ErrorReason> reasons(Route route) {
    var request = route.method().getInputType();
    var reasons =
        EnumSet.of(
            FIELD_INVALID,
            TENANT_REQUIRED,
            TENANT_INVALID,
            CREDENTIAL_MISSING,
            CREDENTIAL_INVALID,
            CREDENTIAL_EXPIRED,
            NOT_ALLOWED,
            TENANT_INACTIVE,
            NOT_A_MEMBER,
            RATE_LIMITED,
            DATABASE_UNAVAILABLE,
            ENGINE_UNAVAILABLE,
            DRAINING,
            OVERLOADED,
            DEADLINE_PASSED,
            INTERNAL);
    if (!(route.body() instanceof Route.Body.None)) {
      reasons.addAll(Set.of(BODY_TOO_LARGE, CONTENT_TYPE_UNSUPPORTED));
    }
    add(reasons, request, "page_token", PAGE_TOKEN_INVALID);
    add(reasons, request, "order_by", FILTER_INVALID);
    add(reasons, request, "update_mask", UPDATE_MASK_INVALID);
    add(reasons, request, "request_id", REQUEST_ID_REUSED);
    if (has(request, "time_zone", 2)) {
      reasons.add(TIME_ZONE_UNKNOWN);
    }
    if (has(request, "etag", 2)) {
      reasons.addAll(Set.of(ETAG_MISMATCH, CONCURRENT_CHANGE));
    }
    if (namesAResource(request, 2)) {
      reasons.add(RESOURCE_NOT_FOUND);
    }
    var writes = route.http() != HttpMethod.GET && !route.method().getName().startsWith("Check");
    if (writes) {
      reasons.addAll(Set.of(RESOURCE_EXISTS, CONCURRENT_CHANGE));
    }
    if (route.http() == HttpMethod.DELETE) {
      reasons.add(RESOURCE_IN_USE);
    }
    if (writes && route.method().getService().getName().equals("AppointmentService")) {
      reasons.add(STATUS_TRANSITION_NOT_ALLOWED);
    }
    if (route.method().getFullName().equals("supportcenter.v1.HoldService.CreateHold")) {
      reasons.add(HOLD_LIMIT_REACHED);
    }
    if (has(request, "waive", 2)) {
      reasons.addAll(EnumSet.range(START_IN_PAST, CUSTOMER_OVERLAP));
    }
    return reasons;
  }

  private static void add(
      Set<ErrorReason> reasons, Descriptor request, String field, ErrorReason reason) {
    if (request.findFieldByName(field) != null) {
      reasons.add(reason);
    }
  }

  private static boolean has(Descriptor message, String field, int depth) {
    return message.findFieldByName(field) != null
        || (depth > 1
            && message.getFields().stream()
                .filter(inner -> inner.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
                .anyMatch(inner -> has(inner.getMessageType(), field, depth - 1)));
  }

  private static boolean namesAResource(Descriptor message, int depth) {
    return message.getFields().stream().anyMatch(field -> namesAResource(field, depth));
  }

  private static boolean namesAResource(FieldDescriptor field, int depth) {
    if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
      return depth > 1 && namesAResource(field.getMessageType(), depth - 1);
    }
    var pattern = FieldLimits.rules(field).getString().getPattern();
    return field.getName().equals("name")
        || (pattern.contains("[0-9a-fA-F]{8}") && !field.getName().equals("request_id"));
  }
}
