package org.supportcenter.store.technician;

import java.util.UUID;

/** What names time off. */
public record TimeOffKey(UUID technician, UUID id) {}
