package org.supportcenter.engine.access;

import io.grpc.stub.StreamObserver;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.access.ApiKeySecrets;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Unary;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Pages;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.store.Tx;
import org.supportcenter.store.access.ApiKeyStore;
import org.supportcenter.store.technician.TechnicianStore;
import org.supportcenter.v1.AccessServiceGrpc;
import org.supportcenter.v1.ApiKey;
import org.supportcenter.v1.CreateApiKeyRequest;
import org.supportcenter.v1.GetApiKeyRequest;
import org.supportcenter.v1.ListApiKeysRequest;
import org.supportcenter.v1.ListApiKeysResponse;
import org.supportcenter.v1.RevokeApiKeyRequest;
import org.supportcenter.v1.RotateApiKeyRequest;
import org.supportcenter.v1.WhoAmIRequest;
import org.supportcenter.v1.WhoAmIResponse;

/** Who the caller is, and API keys. */
public final class AccessService extends AccessServiceGrpc.AccessServiceImplBase {

  private static final String NAME = "name";

  private final TenantDatabases databases;
  private final Writes writes;
  private final ApiKeyStore keys;
  private final TechnicianStore technicians;
  private final Credentials credentials;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /** Answers from these stores. */
  public AccessService(
      TenantDatabases databases,
      Writes writes,
      ApiKeyStore keys,
      TechnicianStore technicians,
      Credentials credentials,
      InstantSource clock) {
    this.databases = databases;
    this.writes = writes;
    this.keys = keys;
    this.technicians = technicians;
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  public void whoAmI(WhoAmIRequest request, StreamObserver<WhoAmIResponse> observer) {
    Unary.answer(observer, () -> whoIs(Caller.current()));
  }

  private static WhoAmIResponse whoIs(Caller caller) {
    var answer =
        WhoAmIResponse.newBuilder()
            .setTenant(caller.tenant().toString())
            .setActor(caller.author().actor())
            .setDisplayName(caller.displayName())
            .setRole(ApiKeys.role(caller.role()))
            .addAllScopes(caller.scopes().stream().sorted().map(Scope::label).toList());
    if (caller.technician() != null) {
      answer.setTechnician(Names.TECHNICIAN.of(caller.technician()));
    }
    return answer.build();
  }

  @Override
  public void createApiKey(CreateApiKeyRequest request, StreamObserver<ApiKey> observer) {
    Unary.answer(observer, () -> create(Caller.current(), request));
  }

  private ApiKey create(Caller caller, CreateApiKeyRequest request) {
    var secret = ApiKeySecrets.generate(random);
    var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    var key =
        ApiKeys.toCreate(
            request.getApiKey(), UUID.randomUUID(), ApiKeySecrets.shownPart(secret), now);
    return writes.runShowingOnce(
        caller,
        request,
        ApiKey.parser(),
        tx -> {
          checkTechnician(tx, key.technician());
          keys.create(tx, key, secret);
          return withSecret(ApiKeys.message(key), secret);
        },
        AccessService::withoutSecret);
  }

  private void checkTechnician(Tx tx, @Nullable UUID technician) {
    if (technician != null && technicians.find(tx, technician) == null) {
      throw new Refusal.NotFound(Names.TECHNICIAN.of(technician), "apiKey.technician")
          .asException();
    }
  }

  @Override
  public void getApiKey(GetApiKeyRequest request, StreamObserver<ApiKey> observer) {
    Unary.answer(
        observer,
        () -> {
          var tenant = Caller.current().tenant();
          var id = Names.API_KEY.id(request.getName(), NAME);
          return databases
              .of(tenant)
              .read(tenant, tx -> ApiKeys.message(existing(keys.find(tx, id), request.getName())));
        });
  }

  @Override
  public void listApiKeys(
      ListApiKeysRequest request, StreamObserver<ListApiKeysResponse> observer) {
    Unary.answer(
        observer,
        () -> {
          var caller = Caller.current();
          var query = Pages.query(request, caller);
          var page =
              databases.of(caller.tenant()).read(caller.tenant(), tx -> keys.list(tx, query));
          return ListApiKeysResponse.newBuilder()
              .addAllApiKeys(page.map(ApiKeys::message).entries())
              .setNextPageToken(page.nextToken())
              .build();
        });
  }

  @Override
  public void rotateApiKey(RotateApiKeyRequest request, StreamObserver<ApiKey> observer) {
    Unary.answer(observer, () -> rotate(Caller.current(), request));
  }

  private ApiKey rotate(Caller caller, RotateApiKeyRequest request) {
    var id = Names.API_KEY.id(request.getName(), NAME);
    var secret = ApiKeySecrets.generate(random);
    var grace = Duration.ofSeconds(request.getGrace().getSeconds(), request.getGrace().getNanos());
    var rotated =
        writes.runShowingOnce(
            caller,
            request,
            ApiKey.parser(),
            tx -> {
              mustBeLive(existing(keys.lock(tx, id), request.getName()));
              keys.rotate(tx, id, secret, clock.instant(), grace);
              return withSecret(
                  ApiKeys.message(existing(keys.find(tx, id), request.getName())), secret);
            },
            AccessService::withoutSecret);
    credentials.forget(id);
    return rotated;
  }

  private void mustBeLive(org.supportcenter.store.access.ApiKey key) {
    var expireTime = key.expireTime();
    if (key.revokeTime() != null) {
      throw new Refusal.FieldsInvalid(NAME, "names a key that has been revoked").asException();
    }
    if (expireTime != null && !clock.instant().isBefore(expireTime)) {
      throw new Refusal.FieldsInvalid(NAME, "names a key that has expired").asException();
    }
  }

  @Override
  public void revokeApiKey(RevokeApiKeyRequest request, StreamObserver<ApiKey> observer) {
    Unary.answer(observer, () -> revoke(Caller.current(), request));
  }

  private ApiKey revoke(Caller caller, RevokeApiKeyRequest request) {
    var id = Names.API_KEY.id(request.getName(), NAME);
    var revoked =
        writes.run(
            caller,
            request,
            ApiKey.parser(),
            tx -> {
              if (existing(keys.lock(tx, id), request.getName()).revokeTime() == null) {
                keys.revoke(tx, id, clock.instant().truncatedTo(ChronoUnit.SECONDS));
              }
              return ApiKeys.message(existing(keys.find(tx, id), request.getName()));
            });
    credentials.forget(id);
    return revoked;
  }

  private static org.supportcenter.store.access.ApiKey existing(
      org.supportcenter.store.access.@Nullable ApiKey key, String name) {
    if (key == null) {
      throw new Refusal.NotFound(name).asException();
    }
    return key;
  }

  private static ApiKey withSecret(ApiKey key, String secret) {
    return key.toBuilder().setSecret(secret).build();
  }

  private static ApiKey withoutSecret(ApiKey key) {
    return key.toBuilder().clearSecret().build();
  }
}
