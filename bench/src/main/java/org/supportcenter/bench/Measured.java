package org.supportcenter.bench;

import java.util.Arrays;

/** What one round of load gave. */
final class Measured {

  private final String what;
  private final int callers;
  private final double seconds;
  private final long[] nanos;
  private final int failures;

  /**
   * @param what who was measured
   * @param callers how many called at once
   * @param seconds how long
   * @param nanos every latency
   * @param failures how many calls were not accepted; they have no latency here
   */
  Measured(String what, int callers, double seconds, long[] nanos, int failures) {
    this.what = what;
    this.callers = callers;
    this.seconds = seconds;
    this.nanos = nanos.clone();
    this.failures = failures;
    Arrays.sort(this.nanos);
  }

  String what() {
    return what;
  }

  int callers() {
    return callers;
  }

  int failures() {
    return failures;
  }

  double perSecond() {
    return nanos.length / seconds;
  }

  /** Latency in milliseconds under which this share of calls stayed. */
  double millis(double share) {
    if (nanos.length == 0) {
      return Double.NaN;
    }
    var rank = (int) Math.ceil(share * nanos.length) - 1;
    return nanos[Math.max(0, rank)] / 1e6;
  }
}
