package org.supportcenter.domain.plan;

import java.time.Instant;
import java.util.UUID;

/** Where a plan puts a visit. */
public record Placement(UUID visitId, UUID technicianId, Instant start) {}
