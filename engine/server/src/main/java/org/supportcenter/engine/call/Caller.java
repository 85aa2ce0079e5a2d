package org.supportcenter.engine.call;

import io.grpc.Context;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.access.Role;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.domain.change.Author;

/**
 * Who is calling, recognised and allowed to call the method.
 *
 * @param author under which changes are recorded
 * @param displayName what people see
 * @param role null for an integrator, who has only scopes
 * @param scopes what the caller may do, those of the role included
 * @param technician whom the caller acts for; such a caller sees and changes only what is theirs
 */
public record Caller(
    UUID tenant,
    Author author,
    String displayName,
    @Nullable Role role,
    Set<Scope> scopes,
    @Nullable UUID technician) {

  private static final Context.Key<Caller> KEY = Context.key("caller");

  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /**
   * The caller of the call that this thread works for.
   *
   * @throws IllegalStateException outside of a call
   */
  public static Caller current() {
    var caller = KEY.get();
    if (caller == null) {
      throw new IllegalStateException("There is no caller outside of a call");
    }
    return caller;
  }

  /** Whether the caller may set scheduling rules aside: managers, and no integrator. */
  public boolean mayWaive() {
    return role != null && role.mayWaive();
  }

  /** The context in which this is the {@link #current} caller. */
  Context in(Context context) {
    return context.withValue(KEY, this);
  }
}
