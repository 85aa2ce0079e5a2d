package org.supportcenter.store.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.access.Role;
import org.supportcenter.domain.access.Scope;

/**
 * The API key that a presented secret belongs to.
 *
 * @param role null for an integrator's
 * @param technician whom it acts for, with role TECHNICIAN only
 * @param scopes that it names
 * @param expireTime when the key stops working; null: never
 * @param secretExpireTime when this secret of it stops working; null: with the key
 */
public record PresentedKey(
    UUID tenant,
    UUID id,
    String displayName,
    @Nullable Role role,
    @Nullable UUID technician,
    Set<Scope> scopes,
    @Nullable Instant expireTime,
    @Nullable Instant secretExpireTime,
    boolean revoked,
    boolean tenantActive) {

  public PresentedKey {
    scopes = Set.copyOf(scopes);
  }
}
