package org.supportcenter.domain.technician;

import org.supportcenter.domain.time.Span;

/**
 * Time off as it was entered.
 *
 * @param reason shown to managers and the technician only, maybe empty
 */
public record Absence(Span span, String reason) {}
