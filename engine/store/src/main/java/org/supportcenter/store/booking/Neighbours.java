package org.supportcenter.store.booking;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.supportcenter.domain.schedule.BookedVisit;

/** What was found of visits near those in question, and of the customers they are for. */
final class Neighbours {
  final Map<UUID, BookedVisit> visits = new LinkedHashMap<>();
  final Set<UUID> expiredHolds = new HashSet<>();
  final Set<UUID> customers = new HashSet<>();
}
