package org.supportcenter.engine.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.DeleteSuppressionRequest;
import org.supportcenter.v1.ListSuppressionsRequest;
import org.supportcenter.v1.NotificationServiceGrpc;
import org.supportcenter.v1.NotificationServiceGrpc.NotificationServiceBlockingStub;

class SuppressionsIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private NotificationServiceBlockingStub notifications;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    notifications =
        NotificationServiceGrpc.newBlockingStub(engine.as(engine.seeds().key(tenant, Role.ADMIN)));
  }

  @Test
  void theyAreListedByAddressPageByPage() {
    for (var address : List.of("c@example.com", "a@example.com", "b@example.com")) {
      suppress(address);
    }

    var listed = new ArrayList<String>();
    var token = "";
    do {
      var page = notifications.listSuppressions(request(token));
      page.getSuppressionsList().forEach(suppression -> listed.add(suppression.getName()));
      token = page.getNextPageToken();
    } while (!token.isEmpty());

    assertThat(listed)
        .containsExactly(
            "suppressions/a@example.com",
            "suppressions/b@example.com",
            "suppressions/c@example.com");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@example.com", "5", "AQ"})
  void aTokenThatWasNotGivenOutIsRefused(String token) {
    assertThat(reason(() -> notifications.listSuppressions(request(token))))
        .isEqualTo("PAGE_TOKEN_INVALID");
  }

  @Test
  void oneThatIsTakenOffIsGone() {
    suppress("a@example.com");
    var request = DeleteSuppressionRequest.newBuilder().setName("suppressions/A@example.com");

    notifications.deleteSuppression(request.build());

    assertThat(engine.seeds().count(tenant, "suppression")).isZero();
    assertThat(reason(() -> notifications.deleteSuppression(request.build())))
        .isEqualTo("RESOURCE_NOT_FOUND");
  }

  private void suppress(String address) {
    engine
        .seeds()
        .execute(
            tenant,
            "INSERT INTO suppression (tenant_id, address, answer, create_time) VALUES (?, ?, '', ?)",
            tenant,
            address,
            engine.clock().instant());
  }

  private static ListSuppressionsRequest request(String token) {
    return ListSuppressionsRequest.newBuilder().setPageSize(1).setPageToken(token).build();
  }
}
