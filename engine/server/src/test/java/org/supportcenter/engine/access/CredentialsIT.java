package org.supportcenter.engine.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.reason;

import io.grpc.Channel;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.ApiKeySecrets;
import org.supportcenter.domain.access.Role;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.testkit.SeededKey;
import org.supportcenter.v1.AccessServiceGrpc;
import org.supportcenter.v1.WhoAmIRequest;
import org.supportcenter.v1.WhoAmIResponse;

class CredentialsIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private static UUID tenant;
  private static SeededKey manager;

  @BeforeAll
  static void seed() {
    tenant = engine.seeds().tenant();
    manager = engine.seeds().key(tenant, Role.MANAGER);
  }

  @Test
  void aKeyIsRecognisedInEitherHeader() {
    var byBearer = whoAmI(engine.as(manager));
    var byKey = whoAmI(engine.with("x-api-key", manager.secret()));

    assertThat(byBearer).isEqualTo(byKey);
    assertThat(byBearer.getTenant()).isEqualTo(tenant.toString());
    assertThat(byBearer.getActor()).isEqualTo(manager.actor());
    assertThat(byBearer.getRole()).isEqualTo(org.supportcenter.v1.Role.MANAGER);
    assertThat(byBearer.getScopesList()).doesNotContain("admin").contains("settings.write");
  }

  @Test
  void theSchemeOfTheHeaderIsReadWhateverItsCase() {
    assertThat(whoAmI(engine.with("authorization", "bearer " + manager.secret())).getActor())
        .isEqualTo(manager.actor());
  }

  @Test
  void withoutACredentialNothingIsAnswered() {
    assertThat(reason(() -> whoAmI(engine.anonymous()))).isEqualTo("CREDENTIAL_MISSING");
  }

  @Test
  void whatIsNoCredentialOfOursIsRefused() {
    assertThat(reason(() -> whoAmI(engine.with("authorization", "Basic abc"))))
        .isEqualTo("CREDENTIAL_INVALID");
    assertThat(reason(() -> whoAmI(engine.with("x-api-key", "sc_tooShort"))))
        .isEqualTo("CREDENTIAL_INVALID");
    var nobodys = ApiKeySecrets.generate(new SecureRandom());
    assertThat(reason(() -> whoAmI(engine.with("x-api-key", nobodys))))
        .isEqualTo("CREDENTIAL_INVALID");
  }

  @Test
  void twoDifferentCredentialsAreRefused() {
    var other = engine.seeds().key(tenant, Role.ADMIN);
    var both = EngineExtension.with(engine.as(manager), "x-api-key", other.secret());

    assertThat(reason(() -> whoAmI(both))).isEqualTo("CREDENTIAL_INVALID");
  }

  @Test
  void anExpiredKeyIsToldApart() {
    var end = Instant.parse(EngineExtension.START);
    var expired = engine.seeds().key(tenant, Role.ADMIN, null, Set.of(), end);

    assertThat(reason(() -> whoAmI(engine.as(expired)))).isEqualTo("CREDENTIAL_EXPIRED");
  }

  @Test
  void aKeyWorksUntilTheInstantItExpires() {
    var end = engine.clock().instant().plus(Duration.ofSeconds(1));
    var expiring = engine.seeds().key(tenant, Role.ADMIN, null, Set.of(), end);

    assertThat(whoAmI(engine.as(expiring)).getActor()).isEqualTo(expiring.actor());
  }

  @Test
  void aRevokedKeyIsRefused() {
    var revoked = engine.seeds().key(tenant, Role.ADMIN);
    engine
        .seeds()
        .execute(tenant, "UPDATE api_key SET revoke_time = now() WHERE id = ?", revoked.id());

    assertThat(reason(() -> whoAmI(engine.as(revoked)))).isEqualTo("CREDENTIAL_INVALID");
  }

  @Test
  void theKeysOfATenantThatIsSwitchedOffAreRefused() {
    var closed = engine.seeds().tenant();
    var key = engine.seeds().key(closed, Role.ADMIN);
    engine.seeds().execute(closed, "UPDATE tenant SET active = false WHERE tenant_id = ?", closed);

    assertThat(reason(() -> whoAmI(engine.as(key)))).isEqualTo("TENANT_INACTIVE");
  }

  @Test
  void theTenantNamedMustBeTheKeys() {
    assertThat(whoAmI(naming(tenant.toString())).getTenant()).isEqualTo(tenant.toString());
    assertThat(reason(() -> whoAmI(naming(UUID.randomUUID().toString()))))
        .isEqualTo("NOT_A_MEMBER");
    assertThat(reason(() -> whoAmI(naming("acme")))).isEqualTo("TENANT_INVALID");
  }

  @Test
  void theScopesOfAKeyNarrowItsRole() {
    var narrow =
        engine
            .seeds()
            .key(tenant, Role.MANAGER, null, Set.of(Scope.APPOINTMENTS_READ, Scope.ADMIN), null);

    assertThat(whoAmI(engine.as(narrow)).getScopesList()).containsExactly("appointments.read");
  }

  private static Channel naming(String named) {
    return EngineExtension.with(engine.as(manager), "x-tenant-id", named);
  }

  private static WhoAmIResponse whoAmI(Channel channel) {
    return AccessServiceGrpc.newBlockingStub(channel).whoAmI(WhoAmIRequest.getDefaultInstance());
  }
}
