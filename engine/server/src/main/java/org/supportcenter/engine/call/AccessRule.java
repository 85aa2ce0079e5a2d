package org.supportcenter.engine.call;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.v1.Access;
import org.supportcenter.v1.ErrorReason;

/**
 * Who may call a method.
 *
 * @param anyScope one of these is needed; none means any valid credential will do
 * @param openToTechnicians whether a technician's own credential may call it at all
 * @param isPublic whether anybody may call it; there is then no {@link Caller}
 */
record AccessRule(Set<Scope> anyScope, boolean openToTechnicians, boolean isPublic) {

  static AccessRule of(Access access) {
    return new AccessRule(
        access.getAnyScopeList().stream().map(Scope::of).collect(toUnmodifiableSet()),
        access.getTechnician() != Access.TechnicianReach.NONE,
        access.getPublic());
  }

  /**
   * Refuses a caller who may not.
   *
   * @throws ApiException {@code NOT_ALLOWED}
   */
  void check(Caller caller) {
    if (!anyScope.isEmpty() && Collections.disjoint(anyScope, caller.scopes())) {
      var needed = anyScope.stream().map(Scope::label).sorted().collect(joining(", "));
      throw new ApiException(
          ErrorReason.NOT_ALLOWED,
          "This needs one of the scopes " + needed + ".",
          Map.of("scopes", needed));
    }
    if (caller.technician() != null && !openToTechnicians) {
      throw new ApiException(ErrorReason.NOT_ALLOWED, "A technician's credential may not do this.");
    }
  }
}
