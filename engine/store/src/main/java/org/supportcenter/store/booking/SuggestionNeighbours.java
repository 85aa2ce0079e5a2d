package org.supportcenter.store.booking;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.suggestion.SuggestionSettings;
import org.supportcenter.domain.travel.Point;

/** What was found beside a setup, as far as suggestions look at it. */
final class SuggestionNeighbours {
  final Neighbours visits = new Neighbours();
  final Set<UUID> running = new HashSet<>();
  final Map<UUID, Point> points = new HashMap<>();
  SuggestionSettings settings = SuggestionSettings.DEFAULTS;
  @Nullable Duration shortestService;
  @Nullable UUID lastOfTicket;
  @Nullable UUID lastOfCustomer;
  @Nullable Point lastPlace;
}
