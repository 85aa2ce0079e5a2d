package org.supportcenter.gateway.json;

import org.jspecify.annotations.Nullable;
import org.supportcenter.gateway.error.RefusedException;

/**
 * Where in a request something stands, as errors name it: {@code appointment.waivers[2].reason}.
 */
public record FieldPath(@Nullable FieldPath parent, String step) {
  /** The message itself. */
  public static final FieldPath ROOT = new FieldPath(null, "");

  private static final int LONGEST_STEP = 80;

  /** A field of this message, by its JSON name. */
  public FieldPath field(String name) {
    return new FieldPath(this, name);
  }

  FieldPath element(int index) {
    return new FieldPath(this, "[" + index + "]");
  }

  /**
   * An error that names this place.
   *
   * @param problem what must be there; goes on after the place, without a full stop
   */
  public RefusedException refused(String problem) {
    return RefusedException.ofField(toString(), problem);
  }

  @Override
  public String toString() {
    var before = parent == null ? "" : parent.toString();
    var shown = step.length() <= LONGEST_STEP ? step : step.substring(0, LONGEST_STEP) + "...";
    return before.isEmpty() || shown.startsWith("[") ? before + shown : before + "." + shown;
  }
}
