package org.supportcenter.domain.travel;

import java.time.Duration;

/** How long the way from one place to another takes. Thread-safe, without side effects. */
@FunctionalInterface
public interface TravelTimes {

  /** Whole seconds, not negative; there and back may differ. */
  Duration between(Point from, Point to);
}
