package org.supportcenter.domain.settings;

import java.time.LocalDate;

/**
 * A closure as it was entered: whole local days of each technician.
 *
 * @param last not before {@code first}, closed too
 * @param label what people see, maybe empty
 */
public record ClosedDays(LocalDate first, LocalDate last, String label) {}
