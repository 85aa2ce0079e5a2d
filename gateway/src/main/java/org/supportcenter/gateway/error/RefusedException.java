package org.supportcenter.gateway.error;

/** Ends a request with an error of the gateway's own. Carries no stack trace: it is an answer. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  /** Ends the request with this error. */
  public RefusedException(Failure failure) {
    super(failure.status().getMessage(), null, false, false);
    this.failure = failure;
  }

  /**
   * A field (path in lowerCamel), parameter or header that cannot be accepted.
   *
   * @param problem what it must be; goes on after the field, without a full stop
   */
  public static RefusedException ofField(String field, String problem) {
    return new RefusedException(Failure.ofField(field, problem));
  }

  /** What the client gets. */
  public Failure failure() {
    return failure;
  }
}
