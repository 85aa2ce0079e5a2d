package org.supportcenter.store.access;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.val;
import static org.supportcenter.schema.jooq.Tables.API_KEY;
import static org.supportcenter.schema.jooq.Tables.API_KEY_SECRET;
import static org.supportcenter.schema.jooq.Tables.TENANT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.access.ApiKeySecrets;
import org.supportcenter.domain.access.Role;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.schema.jooq.tables.records.ApiKeyRecord;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.store.Tx;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/** API keys and their secrets, of which only hashes are stored. */
public final class ApiKeyStore {

  private static final Sorting SORTING =
      Sorting.endingWith(API_KEY.ID, "createTime desc").by("createTime", API_KEY.CREATE_TIME);

  private final TenantDatabases databases;

  /** Looks presented secrets up in these databases. */
  public ApiKeyStore(TenantDatabases databases) {
    this.databases = databases;
  }

  /**
   * The key that a presented secret belongs to, working or not; null if it is nobody's.
   *
   * @param hash of the secret
   */
  public @Nullable PresentedKey presented(byte[] hash) {
    var secret =
        databases
            .directory()
            .recognise(
                hash,
                tx ->
                    tx.sql()
                        .select(
                            API_KEY_SECRET.TENANT_ID,
                            API_KEY_SECRET.API_KEY_ID,
                            API_KEY_SECRET.EXPIRE_TIME)
                        .from(API_KEY_SECRET)
                        .where(API_KEY_SECRET.SECRET_HASH.eq(hash))
                        .fetchOne());
    return secret == null ? null : keyOf(secret);
  }

  private @Nullable PresentedKey keyOf(Record3<UUID, UUID, Instant> secret) {
    var tenant = secret.value1();
    return databases
        .of(tenant)
        .read(
            tenant,
            tx ->
                tx.sql()
                    .select(List.of(API_KEY.fields()))
                    .select(TENANT.ACTIVE)
                    .from(API_KEY)
                    .join(TENANT)
                    .on(TENANT.TENANT_ID.eq(API_KEY.TENANT_ID))
                    .where(API_KEY.TENANT_ID.eq(tenant))
                    .and(API_KEY.ID.eq(secret.value2()))
                    .fetchOne(row -> presented(row, secret.value3())));
  }

  private static PresentedKey presented(Record row, @Nullable Instant secretExpireTime) {
    var key = row.into(API_KEY);
    return new PresentedKey(
        key.getTenantId(),
        key.getId(),
        key.getDisplayName(),
        role(key.getRole()),
        key.getTechnicianId(),
        scopes(key.getScopes()),
        key.getExpireTime(),
        secretExpireTime,
        key.getRevokeTime() != null,
        row.get(TENANT.ACTIVE));
  }

  /** Notes that a key was used; earlier uses noted later change nothing. */
  public void noteUse(UUID tenant, UUID id, Instant time) {
    databases
        .of(tenant)
        .write(
            tenant,
            tx ->
                tx.sql()
                    .update(API_KEY)
                    .set(API_KEY.LAST_USE_TIME, time)
                    .where(isKey(id))
                    .and(API_KEY.LAST_USE_TIME.isNull().or(API_KEY.LAST_USE_TIME.lt(time)))
                    .execute());
  }

  /** Stores a new key with its first secret. */
  public void create(Tx tx, ApiKey key, String secret) {
    var row = new ApiKeyRecord();
    row.setId(key.id());
    row.setDisplayName(key.displayName());
    row.setRole(key.role() == null ? null : key.role().name());
    row.setTechnicianId(key.technician());
    row.setScopes(key.scopes().stream().sorted().map(Scope::label).toArray(String[]::new));
    row.setPrefix(key.prefix());
    row.setCreateTime(key.createTime());
    row.setExpireTime(key.expireTime());
    tx.sql().insertInto(API_KEY).set(row).set(API_KEY.TENANT_ID, CurrentTenant.ID).execute();
    addSecret(tx, key.id(), secret);
  }

  /** The key, or null when there is none. */
  public @Nullable ApiKey find(Tx tx, UUID id) {
    return tx.sql().selectFrom(API_KEY).where(isKey(id)).fetchOne(ApiKeyStore::read);
  }

  /** The key for a change, which other changes wait for; null when there is none. */
  public @Nullable ApiKey lock(Tx tx, UUID id) {
    return tx.sql().selectFrom(API_KEY).where(isKey(id)).forUpdate().fetchOne(ApiKeyStore::read);
  }

  /** A page of keys, newest first. */
  public Page<ApiKey> list(Tx tx, PageQuery query) {
    return SORTING.page(
        tx.sql(),
        API_KEY,
        List.of(API_KEY.fields()),
        API_KEY.TENANT_ID.eq(CurrentTenant.ID),
        query,
        row -> read(row.into(API_KEY)));
  }

  /**
   * Gives a locked key a new secret.
   *
   * @param grace how long those it has still work
   */
  public void rotate(Tx tx, UUID id, String secret, Instant now, Duration grace) {
    var end = val(now.plus(grace));
    tx.sql()
        .deleteFrom(API_KEY_SECRET)
        .where(isSecretOf(id))
        .and(API_KEY_SECRET.EXPIRE_TIME.le(now))
        .execute();
    tx.sql()
        .update(API_KEY_SECRET)
        .set(API_KEY_SECRET.EXPIRE_TIME, least(API_KEY_SECRET.EXPIRE_TIME, end))
        .where(isSecretOf(id))
        .execute();
    tx.sql()
        .update(API_KEY)
        .set(API_KEY.PREFIX, ApiKeySecrets.shownPart(secret))
        .where(isKey(id))
        .execute();
    addSecret(tx, id, secret);
  }

  /** Stops a locked key for good. */
  public void revoke(Tx tx, UUID id, Instant now) {
    tx.sql().update(API_KEY).set(API_KEY.REVOKE_TIME, now).where(isKey(id)).execute();
  }

  private static void addSecret(Tx tx, UUID id, String secret) {
    tx.sql()
        .insertInto(API_KEY_SECRET)
        .set(API_KEY_SECRET.TENANT_ID, CurrentTenant.ID)
        .set(API_KEY_SECRET.API_KEY_ID, id)
        .set(API_KEY_SECRET.SECRET_HASH, ApiKeySecrets.hash(secret))
        .execute();
  }

  private static Condition isKey(UUID id) {
    return API_KEY.TENANT_ID.eq(CurrentTenant.ID).and(API_KEY.ID.eq(id));
  }

  private static Condition isSecretOf(UUID id) {
    return API_KEY_SECRET.TENANT_ID.eq(CurrentTenant.ID).and(API_KEY_SECRET.API_KEY_ID.eq(id));
  }

  private static ApiKey read(ApiKeyRecord row) {
    return new ApiKey(
        row.getId(),
        row.getDisplayName(),
        role(row.getRole()),
        row.getTechnicianId(),
        scopes(row.getScopes()),
        row.getPrefix(),
        row.getCreateTime(),
        row.getExpireTime(),
        row.getLastUseTime(),
        row.getRevokeTime());
  }

  private static @Nullable Role role(@Nullable String name) {
    return name == null ? null : Role.valueOf(name);
  }

  private static Set<Scope> scopes(String[] labels) {
    return List.of(labels).stream().map(Scope::of).collect(toUnmodifiableSet());
  }
}
