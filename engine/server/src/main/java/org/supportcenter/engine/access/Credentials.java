package org.supportcenter.engine.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.access.ApiKeySecrets;
import org.supportcenter.domain.access.Grant;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.change.Source;
import org.supportcenter.engine.call.ApiException;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.ops.ActiveTenants;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.store.access.ApiKeyStore;
import org.supportcenter.store.access.PresentedKey;
import org.supportcenter.v1.ErrorReason;

/**
 * Recognises callers by what they present: API keys now; sessions and tokens of people will join
 * them here.
 *
 * <p>What the database says about a key is remembered for a few seconds, so that a key revoked
 * through another process is refused at most that much later; through this one, at once.
 */
public final class Credentials {

  private static final Duration REMEMBERED = Duration.ofSeconds(3);
  private static final int MOST_REMEMBERED = 10_000;

  private final ApiKeyStore keys;
  private final InstantSource clock;
  private final LastUses lastUses;
  private final ActiveTenants tenants;
  private final Cache<String, Optional<Known>> known =
      Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST_REMEMBERED).build();

  private record Known(PresentedKey key, Caller caller) {}

  /** Looks keys up in the store, and tells when they were used. */
  public Credentials(
      ApiKeyStore keys, LastUses lastUses, ActiveTenants tenants, InstantSource clock) {
    this.keys = keys;
    this.lastUses = lastUses;
    this.tenants = tenants;
    this.clock = clock;
  }

  /**
   * Whose credential it is.
   *
   * @throws ApiException if it is malformed, unknown, revoked or expired, or its tenant is inactive
   */
  public Caller recognise(String token) {
    if (!ApiKeySecrets.isWellFormed(token)) {
      throw invalid();
    }
    var hash = HexFormat.of().formatHex(ApiKeySecrets.hash(token));
    var found = known.get(hash, this::look).orElseThrow(Credentials::invalid);
    check(found.key(), clock.instant());
    lastUses.used(found.caller().tenant(), found.key().id());
    tenants.seen(found.caller().tenant());
    return found.caller();
  }

  /** Asks the database again about the key: it has been changed or revoked. */
  public void forget(UUID key) {
    known
        .asMap()
        .values()
        .removeIf(entry -> entry.isPresent() && entry.get().key().id().equals(key));
  }

  private Optional<Known> look(String hash) {
    return Optional.ofNullable(keys.presented(HexFormat.of().parseHex(hash)))
        .map(key -> new Known(key, caller(key)));
  }

  private static Caller caller(PresentedKey key) {
    return new Caller(
        key.tenant(),
        new Author(Names.API_KEY.of(key.id()), Source.API),
        key.displayName(),
        key.role(),
        Grant.effective(key.role(), key.scopes()),
        key.technician());
  }

  private static void check(PresentedKey key, Instant now) {
    if (key.revoked()) {
      throw invalid();
    }
    if (hasPassed(key.expireTime(), now) || hasPassed(key.secretExpireTime(), now)) {
      throw new ApiException(ErrorReason.CREDENTIAL_EXPIRED, "The credential has expired.");
    }
    if (!key.tenantActive()) {
      throw new ApiException(ErrorReason.TENANT_INACTIVE, "The tenant is switched off.");
    }
  }

  private static boolean hasPassed(@Nullable Instant expireTime, Instant now) {
    return expireTime != null && !now.isBefore(expireTime);
  }

  private static ApiException invalid() {
    return new ApiException(
        ErrorReason.CREDENTIAL_INVALID, "The credential is malformed, unknown or revoked.");
  }
}
