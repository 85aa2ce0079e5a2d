package org.supportcenter.domain.rule;

import java.time.Duration;
import org.supportcenter.domain.time.Span;

/** Measures breaks in whole seconds, never rounding one down to nothing. */
final class Amount {

  private Amount() {}

  /** Whole seconds, a started one counting; zero for zero and less. */
  static long seconds(Duration length) {
    return length.isPositive() ? length.getSeconds() + (length.getNano() == 0 ? 0 : 1) : 0;
  }

  /** For how many seconds two spans meet; zero when they do not. */
  static long overlap(Span one, Span other) {
    return seconds(shared(one, other));
  }

  /** For how long two spans meet; zero when they do not. */
  static Duration shared(Span one, Span other) {
    var shared = one.intersection(other);
    return shared == null ? Duration.ZERO : shared.length();
  }
}
