package org.supportcenter.domain.schedule;

import java.util.UUID;
import org.supportcenter.domain.time.Span;

/** Approved time off of one technician. */
public record TimeOff(UUID id, Span span) {}
