package org.supportcenter.domain.access;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a credential allows. */
public final class Grant {

  private Grant() {}

  /**
   * The scopes a credential really has.
   *
   * @param role the role it acts in; null for an integrator's
   * @param named the scopes it names: without a role all it may do; with one they narrow what the
   *     role may do, and none means no narrowing
   */
  public static Set<Scope> effective(@Nullable Role role, Set<Scope> named) {
    if (role == null) {
      return Set.copyOf(named);
    }
    if (named.isEmpty()) {
      return role.scopes();
    }
    var scopes = EnumSet.copyOf(named);
    scopes.retainAll(role.scopes());
    return Set.copyOf(scopes);
  }
}
