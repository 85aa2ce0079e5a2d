package org.supportcenter.domain.plan;

import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.travel.Point;

/**
 * A booked visit that a plan leaves where it is.
 *
 * @param place where it takes place; null when unknown
 */
public record FixedVisit(BookedVisit visit, @Nullable Point place) {}
