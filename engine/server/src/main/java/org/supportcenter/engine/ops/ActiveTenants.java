package org.supportcenter.engine.ops;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** The tenants this process has lately worked for. */
public final class ActiveTenants {

  private static final Duration LATELY = Duration.ofMinutes(10);
  private static final int MOST = 1_000;

  private final Cache<UUID, UUID> seen =
      Caffeine.newBuilder().expireAfterAccess(LATELY).maximumSize(MOST).build();

  /** The tenant has just called. */
  public void seen(UUID tenant) {
    if (seen.getIfPresent(tenant) == null) {
      seen.put(tenant, tenant);
    }
  }

  List<UUID> all() {
    return List.copyOf(seen.asMap().keySet());
  }
}
