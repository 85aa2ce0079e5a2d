package org.supportcenter.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.supportcenter.gateway.PublicRoutes;
import org.supportcenter.gateway.error.Failure;
import org.supportcenter.v1.ErrorReason;

/** Holds error answers to what the API description says of their operation. */
public final class DocumentedErrors {
  private DocumentedErrors() {}

  /** Fails if an operation is at this path and does not say that it answers so. */
  public static void check(String http, String path, int status, ErrorReason reason) {
    for (var route : PublicRoutes.all()) {
      var pattern = Operations.path(route.path()).replaceAll("\\{\\w+}", "[^/:]+");
      if (route.http().name().equals(http) && path.matches(pattern)) {
        var operation = route.method().getName();
        assertThat(OperationErrors.of(route)).as("errors of %s", operation).contains(reason);
        assertThat(status).as("status of %s", reason).isEqualTo(Failure.httpStatus(reason));
      }
    }
  }
}
