package org.supportcenter.domain.suggestion;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.rule.Words;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.time.Span;

/**
 * An earlier start, the more so the more urgent the visit is. The points fall evenly over the
 * window, from the urgency's part of the weight at its start to nothing at its end; a visit that
 * ends after the due time gets half.
 */
final class Sooner implements Criterion {

  /** Priority and due time give four steps of urgency each. */
  private static final int MOST_URGENT = 8;

  private final Instant now;
  private final Priority priority;
  private final @Nullable Instant dueTime;
  private final long windowEnd;
  private final long windowLength;
  private final int urgency;

  Sooner(Instant now, Span window, Preferences preferences) {
    this.now = now;
    this.priority = preferences.priority();
    this.dueTime = preferences.dueTime();
    this.windowEnd = window.end().getEpochSecond();
    this.windowLength = windowEnd - window.start().getEpochSecond();
    this.urgency = ofPriority(priority) + ofDueTime(dueTime, now);
  }

  @Override
  public SoftRule rule() {
    return SoftRule.SOONER;
  }

  @Override
  public int points(Spot spot, int weight) {
    var left = windowEnd - spot.start();
    var whole = MOST_URGENT * windowLength * (isLate(spot) ? 2 : 1);
    return Criterion.share(weight, urgency * left, whole);
  }

  @Override
  public String sentence(Spot spot) {
    var ahead = Duration.between(now, Instant.ofEpochSecond(spot.start()));
    var told =
        "It starts in %s; the priority is %s"
            .formatted(Words.length(Duration.ofMinutes(ahead.toMinutes())), priority);
    if (dueTime == null) {
      return told + ".";
    }
    var due = Words.moment(dueTime, spot.roster().enquiry.technician().zone());
    return isLate(spot)
        ? "%s, and it ends after the ticket is due: %s.".formatted(told, due)
        : "%s, and it ends before the ticket is due: %s.".formatted(told, due);
  }

  private boolean isLate(Spot spot) {
    return dueTime != null && spot.end() > dueTime.getEpochSecond();
  }

  private static int ofPriority(Priority priority) {
    return switch (priority) {
      case LOW -> 1;
      case NORMAL -> 2;
      case HIGH -> 3;
      case URGENT -> 4;
    };
  }

  private static int ofDueTime(@Nullable Instant dueTime, Instant now) {
    if (dueTime == null) {
      return 0;
    }
    var left = Duration.between(now, dueTime);
    if (left.compareTo(Duration.ofDays(1)) <= 0) {
      return 4;
    }
    if (left.compareTo(Duration.ofDays(3)) <= 0) {
      return 3;
    }
    if (left.compareTo(Duration.ofDays(7)) <= 0) {
      return 2;
    }
    return left.compareTo(Duration.ofDays(14)) <= 0 ? 1 : 0;
  }
}
