package org.supportcenter.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.error;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.rpc.BadRequest;
import io.grpc.Channel;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.AccessServiceGrpc;
import org.supportcenter.v1.AccessServiceGrpc.AccessServiceBlockingStub;
import org.supportcenter.v1.ApiKey;
import org.supportcenter.v1.CreateApiKeyRequest;
import org.supportcenter.v1.GetApiKeyRequest;
import org.supportcenter.v1.ListApiKeysRequest;
import org.supportcenter.v1.RevokeApiKeyRequest;
import org.supportcenter.v1.RotateApiKeyRequest;
import org.supportcenter.v1.WhoAmIRequest;

class ApiKeysIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private AccessServiceBlockingStub access;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    access = stub(engine.as(engine.seeds().key(tenant, Role.ADMIN)));
  }

  @Test
  void aCreatedKeyWorksAndItsSecretIsNeverShownAgain() {
    var created = create(ApiKey.newBuilder().setDisplayName("Website").addScopes("admin"));

    assertThat(whoAmI(created.getSecret())).isEqualTo(created.getName());
    assertThat(created.getSecret()).startsWith(created.getPrefix());
    var read = access.getApiKey(GetApiKeyRequest.newBuilder().setName(created.getName()).build());
    assertThat(read.getSecret()).isEmpty();
    assertThat(read.toBuilder().clearLastUseTime().build())
        .isEqualTo(created.toBuilder().clearSecret().build());
  }

  @Test
  void aKeyOfATechnicianActsForThem() {
    var technician = "technicians/" + engine.seeds().technician(tenant, "Europe/Berlin");
    var created =
        create(
            ApiKey.newBuilder()
                .setDisplayName("Phone")
                .setRole(org.supportcenter.v1.Role.TECHNICIAN)
                .setTechnician(technician));

    var who = stub(engine.with("x-api-key", created.getSecret())).whoAmI(nobody());

    assertThat(who.getTechnician()).isEqualTo(technician);
  }

  @Test
  void theTechnicianOfAKeyMustExist() {
    var elsewhere = engine.seeds().technician(engine.seeds().tenant(), "Europe/Berlin");
    var request =
        ApiKey.newBuilder()
            .setDisplayName("Phone")
            .setRole(org.supportcenter.v1.Role.TECHNICIAN)
            .setTechnician("technicians/" + elsewhere);

    assertThat(reason(() -> create(request))).isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void everyPartThatDoesNotFitIsNamed() {
    var refused =
        error(() -> create(ApiKey.newBuilder().setTechnician("technicians/" + new UUID(1, 2))));

    var request = EngineExtension.detail(refused, BadRequest.class);
    assertThat(request).isNotNull();
    assertThat(request.getFieldViolationsList())
        .extracting(BadRequest.FieldViolation::getField)
        .containsExactly("apiKey.displayName", "apiKey.technician", "apiKey.scopes");
  }

  @Test
  void aDryRunStoresNothingAndShowsNoSecret() {
    var request =
        CreateApiKeyRequest.newBuilder()
            .setApiKey(ApiKey.newBuilder().setDisplayName("Website").addScopes("admin"))
            .setValidateOnly(true);
    var keys = engine.seeds().count(tenant, "api_key");

    var answer = access.createApiKey(request.build());
    assertThat(answer.getSecret()).isEmpty();
    assertThat(answer.getName()).isEmpty();
    assertThat(answer.getPrefix()).isEmpty();
    assertThat(engine.seeds().count(tenant, "api_key")).isEqualTo(keys);
  }

  @Test
  void aRetryMakesOneKeyWhoseSecretIsShownOnce() {
    var request =
        CreateApiKeyRequest.newBuilder()
            .setApiKey(ApiKey.newBuilder().setDisplayName("Website").addScopes("admin"))
            .setRequestId(UUID.randomUUID().toString())
            .build();

    var first = access.createApiKey(request);
    var again = access.createApiKey(request);

    assertThat(first.getSecret()).isNotEmpty();
    assertThat(again).isEqualTo(first.toBuilder().clearSecret().build());
  }

  @Test
  void anExpiredKeyIsNotRotatedBackToLife() {
    var soon = engine.clock().instant().plusSeconds(60);
    var created =
        create(
            ApiKey.newBuilder()
                .setDisplayName("Website")
                .addScopes("admin")
                .setExpireTime(Timestamp.newBuilder().setSeconds(soon.getEpochSecond())));
    engine.clock().advance(java.time.Duration.ofSeconds(60));

    assertThat(
            invalidField(
                () ->
                    access.rotateApiKey(
                        RotateApiKeyRequest.newBuilder().setName(created.getName()).build())))
        .isEqualTo("name");
  }

  @Test
  void aRotatedKeyHasANewSecretAndTheOldOneEndsWithTheGrace() {
    var created = create(ApiKey.newBuilder().setDisplayName("Website").addScopes("admin"));
    var rotated =
        access.rotateApiKey(
            RotateApiKeyRequest.newBuilder()
                .setName(created.getName())
                .setGrace(Duration.newBuilder().setSeconds(60))
                .build());

    assertThat(whoAmI(rotated.getSecret())).isEqualTo(created.getName());
    assertThat(whoAmI(created.getSecret())).isEqualTo(created.getName());
    engine.clock().advance(java.time.Duration.ofSeconds(60));
    assertThat(whoAmI(rotated.getSecret())).isEqualTo(created.getName());
    assertThat(reason(() -> whoAmI(created.getSecret()))).isEqualTo("CREDENTIAL_EXPIRED");
  }

  @Test
  void aRevokedKeyIsRefusedAtOnceAndForGood() {
    var created = create(ApiKey.newBuilder().setDisplayName("Website").addScopes("admin"));
    whoAmI(created.getSecret());

    var revoke = RevokeApiKeyRequest.newBuilder().setName(created.getName()).build();
    var revoked = access.revokeApiKey(revoke);

    assertThat(reason(() -> whoAmI(created.getSecret()))).isEqualTo("CREDENTIAL_INVALID");
    engine.clock().advance(java.time.Duration.ofSeconds(1));
    assertThat(access.revokeApiKey(revoke).getRevokeTime()).isEqualTo(revoked.getRevokeTime());
    var rotate = RotateApiKeyRequest.newBuilder().setName(created.getName()).build();
    assertThat(reason(() -> access.rotateApiKey(rotate))).isEqualTo("FIELD_INVALID");
  }

  @Test
  void keysOfAnotherTenantDoNotExist() {
    var other = engine.seeds().key(engine.seeds().tenant(), Role.ADMIN);
    var request = GetApiKeyRequest.newBuilder().setName(other.actor()).build();

    assertThat(reason(() -> access.getApiKey(request))).isEqualTo("RESOURCE_NOT_FOUND");
  }

  @Test
  void theListIsWholeWhateverTheSizeOfItsPages() {
    for (int i = 0; i < 6; i++) {
      engine.seeds().key(tenant, Role.MANAGER);
    }
    var names = new ArrayList<String>();
    var token = "";
    do {
      var page =
          access.listApiKeys(
              ListApiKeysRequest.newBuilder().setPageSize(3).setPageToken(token).build());
      page.getApiKeysList().forEach(key -> names.add(key.getName()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(names).hasSize(7).doesNotHaveDuplicates();
  }

  @Test
  void aPageTokenOfAnotherTenantOrOfNobodyIsRefused() {
    var request = ListApiKeysRequest.newBuilder().setPageSize(1);
    engine.seeds().key(tenant, Role.MANAGER);
    var token = access.listApiKeys(request.build()).getNextPageToken();
    var stranger = stub(engine.as(engine.seeds().key(engine.seeds().tenant(), Role.ADMIN)));

    assertThat(reason(() -> stranger.listApiKeys(request.setPageToken(token).build())))
        .isEqualTo("PAGE_TOKEN_INVALID");
    assertThat(reason(() -> access.listApiKeys(request.setPageToken("garbage!").build())))
        .isEqualTo("PAGE_TOKEN_INVALID");
  }

  private ApiKey create(ApiKey.Builder key) {
    return access.createApiKey(CreateApiKeyRequest.newBuilder().setApiKey(key).build());
  }

  private static String whoAmI(String secret) {
    return stub(engine.with("x-api-key", secret)).whoAmI(nobody()).getActor();
  }

  private static WhoAmIRequest nobody() {
    return WhoAmIRequest.getDefaultInstance();
  }

  private static AccessServiceBlockingStub stub(Channel channel) {
    return AccessServiceGrpc.newBlockingStub(channel);
  }
}
