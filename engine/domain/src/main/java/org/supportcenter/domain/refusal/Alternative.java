package org.supportcenter.domain.refusal;

import java.time.Instant;
import java.util.UUID;

/**
 * A start that breaks no rule.
 *
 * @param technician who would do the visit
 * @param start when
 */
public record Alternative(UUID technician, Instant start) {}
