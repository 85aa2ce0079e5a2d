package org.supportcenter.domain.access;

import java.util.EnumSet;
import java.util.Set;

/** What a person may do in a tenant. Integrators have scopes and no role. */
public enum Role {
  /** Everything, access included. */
  ADMIN,
  /** Everything but access. */
  MANAGER,
  /** Their own appointments. */
  TECHNICIAN;

  /** All that the role may do. */
  public Set<Scope> scopes() {
    return switch (this) {
      case ADMIN -> EnumSet.allOf(Scope.class);
      case MANAGER -> EnumSet.complementOf(EnumSet.of(Scope.ADMIN));
      case TECHNICIAN ->
          EnumSet.of(Scope.APPOINTMENTS_READ, Scope.APPOINTMENTS_WRITE, Scope.AVAILABILITY_READ);
    };
  }

  /** Whether the role may set scheduling rules aside. */
  public boolean mayWaive() {
    return this != TECHNICIAN;
  }
}
