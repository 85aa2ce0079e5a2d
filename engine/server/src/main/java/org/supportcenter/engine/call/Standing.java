package org.supportcenter.engine.call;

import io.grpc.Context;

/** Whether the credential that a call came with is still good; for calls that last. */
@FunctionalInterface
public interface Standing {

  /** Where a call's is found. */
  Context.Key<Standing> KEY = Context.key("standing");

  /**
   * Looks at the credential again.
   *
   * @throws ApiException if it was revoked or has expired since, or its tenant was switched off
   */
  void check();

  /**
   * That of the call that this thread works for.
   *
   * @throws IllegalStateException outside of a call
   */
  static Standing current() {
    var standing = KEY.get();
    if (standing == null) {
      throw new IllegalStateException("There is no credential outside of a call");
    }
    return standing;
  }

  /** The context in which this is the {@link #current} one. */
  static Context in(Context context, Standing standing) {
    return context.withValue(KEY, standing);
  }
}
