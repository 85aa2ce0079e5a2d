package org.supportcenter.store.booking;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.supportcenter.domain.schedule.BookedVisit;

/** The visits that were found near those in question, and whose they may be. */
final class Neighbours {
  final Map<UUID, BookedVisit> visits = new LinkedHashMap<>();
  final Set<UUID> expiredHolds = new HashSet<>();
  final Set<UUID> customers = new HashSet<>();
}
