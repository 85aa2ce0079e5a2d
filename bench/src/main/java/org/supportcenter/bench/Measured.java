package org.supportcenter.bench;

import java.util.Arrays;

/**
 * What one round of load gave.
 *
 * @param what who was measured
 * @param callers how many called at once
 * @param seconds how long
 * @param nanos every latency, sorted
 * @param failures how many calls were not accepted; they have no latency here
 */
record Measured(String what, int callers, double seconds, long[] nanos, int failures) {

  Measured {
    nanos = nanos.clone();
    Arrays.sort(nanos);
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
