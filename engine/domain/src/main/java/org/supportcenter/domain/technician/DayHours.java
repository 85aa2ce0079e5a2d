package org.supportcenter.domain.technician;

import java.util.List;
import org.supportcenter.domain.time.LocalHours;

/**
 * The hours of one date that replace the weekly ones.
 *
 * @param hours in the order they were written; none closes the day
 */
public record DayHours(List<LocalHours> hours) {

  public DayHours {
    hours = List.copyOf(hours);
  }
}
