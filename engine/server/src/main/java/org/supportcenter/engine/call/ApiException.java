package org.supportcenter.engine.call;

import java.io.Serial;
import java.util.Map;
import org.supportcenter.v1.ErrorReason;

/**
 * An error of a call that is not about its content: credentials, access, shutdown. What the content
 * meets with is a {@link org.supportcenter.domain.refusal.Refusal}.
 */
public final class ApiException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final ErrorReason reason;
  private final transient Map<String, String> metadata;

  /**
   * An error.
   *
   * @param message one plain sentence for people
   * @param metadata what a program may want to know about it
   */
  public ApiException(ErrorReason reason, String message, Map<String, String> metadata) {
    super(message, null, false, false);
    this.reason = reason;
    this.metadata = Map.copyOf(metadata);
  }

  /** An error that is said with its reason. */
  public ApiException(ErrorReason reason, String message) {
    this(reason, message, Map.of());
  }

  /** What programs switch on. */
  public ErrorReason reason() {
    return reason;
  }

  Map<String, String> metadata() {
    return metadata;
  }
}
