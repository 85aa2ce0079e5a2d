package org.supportcenter.store.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.access.Role;
import org.supportcenter.domain.access.Scope;

/**
 * An API key without its secret.
 *
 * @param role null for an integrator's
 * @param technician whom it acts for, with role TECHNICIAN only
 * @param scopes that it names
 * @param prefix the beginning of its secret
 * @param expireTime when it stops working; null: never
 * @param lastUseTime to within a minute; null: never used
 * @param revokeTime null while it works
 */
public record ApiKey(
    UUID id,
    String displayName,
    @Nullable Role role,
    @Nullable UUID technician,
    Set<Scope> scopes,
    String prefix,
    Instant createTime,
    @Nullable Instant expireTime,
    @Nullable Instant lastUseTime,
    @Nullable Instant revokeTime) {

  public ApiKey {
    scopes = Set.copyOf(scopes);
  }
}
