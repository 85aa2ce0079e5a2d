package org.supportcenter.store.technician;

import java.time.LocalDate;
import java.util.UUID;

/** What names a date override: a technician has one for a date, or none. */
public record DateOverrideKey(UUID technician, LocalDate date) {}
