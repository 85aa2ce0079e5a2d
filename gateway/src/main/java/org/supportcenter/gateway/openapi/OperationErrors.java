package org.supportcenter.gateway.openapi;

import com.google.protobuf.Descriptors.Descriptor;
import com.linecorp.armeria.common.HttpMethod;
import java.util.EnumSet;
import java.util.Set;
import org.supportcenter.gateway.rest.Route;
import org.supportcenter.v1.Authorization;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.ErrorReasonOuterClass;
import org.supportcenter.v1.Errors;

/**
 * Which reasons an operation may answer with: those that its method names in the protos, and those
 * that follow from its HTTP rule, its access and its request.
 */
final class OperationErrors {
  private OperationErrors() {}

  /** All of them. */
  static Set<ErrorReason> of(Route route) {
    var reasons = following(route);
    reasons.addAll(named(route).getReasonsList());
    return reasons;
  }

  /** What the method says in the protos. */
  static Errors named(Route route) {
    return route.method().getOptions().getExtension(ErrorReasonOuterClass.errors);
  }

  /** Those that the method need not name. */
  static Set<ErrorReason> following(Route route) {
    var reasons = EnumSet.noneOf(ErrorReason.class);
    for (var value : ErrorReason.getDescriptor().getValues()) {
      if (follows(value.getOptions().getExtension(ErrorReasonOuterClass.occasion), route)) {
        reasons.add(ErrorReason.valueOf(value));
      }
    }
    return reasons;
  }

  private static boolean follows(Errors.Occasion occasion, Route route) {
    var access = route.method().getOptions().getExtension(Authorization.access);
    var request = route.method().getInputType();
    return switch (occasion) {
      case EVERY_CALL -> true;
      case CREDENTIAL -> !access.getPublic();
      case SCOPE -> access.getAnyScopeCount() > 0;
      case NAME -> !route.path().variables().isEmpty() && !named(route).getAlwaysFound();
      case PAGE_TOKEN -> has(request, "page_token");
      case ORDER_BY -> has(request, "order_by");
      case UPDATE_MASK -> has(request, "update_mask");
      case REQUEST_ID -> has(request, "request_id");
      // Whatever is updated has an etag.
      case ETAG -> has(request, "etag") || has(request, "update_mask");
      case WRITE -> has(request, "request_id") || route.http() == HttpMethod.DELETE;
      case RULE -> named(route).getRules();
      case OCCASION_UNSPECIFIED, NO_METHOD, NEVER, UNRECOGNIZED -> false;
    };
  }

  private static boolean has(Descriptor request, String field) {
    return request.findFieldByName(field) != null;
  }
}
