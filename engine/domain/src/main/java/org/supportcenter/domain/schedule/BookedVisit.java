package org.supportcenter.domain.schedule;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.time.Span;

/**
 * A stored appointment that still holds time or counts, or an unexpired hold, with the buffers it
 * was booked under. Cancelled appointments, no-shows and expired holds are not facts at all.
 */
public record BookedVisit(
    UUID id,
    UUID technicianId,
    @Nullable UUID customerId,
    Span span,
    Duration bufferBefore,
    Duration bufferAfter,
    Occupancy occupancy)
    implements Visit {}
