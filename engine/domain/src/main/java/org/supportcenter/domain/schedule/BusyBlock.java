package org.supportcenter.domain.schedule;

import java.util.UUID;
import org.supportcenter.domain.time.Span;

/** Time another calendar says the technician is busy. */
public record BusyBlock(UUID id, Span span) {}
