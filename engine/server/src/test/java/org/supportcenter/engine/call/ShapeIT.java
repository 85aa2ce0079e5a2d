package org.supportcenter.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.error;

import com.google.protobuf.Duration;
import com.google.rpc.BadRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
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
import org.supportcenter.v1.Policy;
import org.supportcenter.v1.RotateApiKeyRequest;
import org.supportcenter.v1.TechnicianServiceGrpc;
import org.supportcenter.v1.TechnicianServiceGrpc.TechnicianServiceBlockingStub;
import org.supportcenter.v1.UpdateTechnicianPolicyRequest;
import org.supportcenter.v1.WeeklyHours;

class ShapeIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private static AccessServiceBlockingStub access;
  private static TechnicianServiceBlockingStub technicians;

  @BeforeAll
  static void seed() {
    var key = engine.seeds().key(engine.seeds().tenant(), Role.ADMIN);
    technicians = TechnicianServiceGrpc.newBlockingStub(engine.as(key));
    access = AccessServiceGrpc.newBlockingStub(engine.as(key));
  }

  @Test
  void everyBadFieldIsNamedByItsPathInJson() {
    var key =
        ApiKey.newBuilder()
            .setDisplayName("bell \u0007")
            .setTechnician("people/1")
            .addScopes("admin")
            .addScopes("everything");

    var problems = problems(error(() -> create(key)));

    assertThat(problems)
        .extracting(BadRequest.FieldViolation::getField)
        .containsExactly("apiKey.displayName", "apiKey.technician", "apiKey.scopes[1]");
    assertThat(problems.get(0).getDescription()).isEqualTo("must not contain control characters");
    assertThat(problems.get(1).getDescription()).isEqualTo("must look like \"technicians/{uuid}\"");
    assertThat(problems.get(2).getDescription()).startsWith("must be one of appointments.read, ");
  }

  @Test
  void aMissingMessageIsNamed() {
    var problems =
        problems(error(() -> access.createApiKey(CreateApiKeyRequest.getDefaultInstance())));

    assertThat(problems.getFirst().getField()).isEqualTo("apiKey");
    assertThat(problems.getFirst().getDescription()).isEqualTo("is required");
  }

  @Test
  void theErrorHasOneErrorInfoAndASentenceThatNamesTheField() {
    var refused = error(() -> access.getApiKey(GetApiKeyRequest.newBuilder().setName("x").build()));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(refused.getStatus().getDescription())
        .isEqualTo("name must look like \"apiKeys/{uuid}\".");
    assertThat(EngineExtension.info(refused).getReason()).isEqualTo("FIELD_INVALID");
    assertThat(EngineExtension.info(refused).getDomain()).isEqualTo("supportcenter");
    assertThat(EngineExtension.info(refused).getMetadataMap()).containsEntry("field", "name");
  }

  @Test
  void hugeTextsAndNegativeNumbersAreRefusedByTheirField() {
    assertThat(fields(() -> create(ApiKey.newBuilder().setDisplayName("x".repeat(1_000_000)))))
        .contains("apiKey.displayName");
    assertThat(fields(() -> access.listApiKeys(list(-1, "")))).containsExactly("pageSize");
    assertThat(fields(() -> access.listApiKeys(list(1, "x".repeat(3000)))))
        .containsExactly("pageToken");
    var rotate =
        RotateApiKeyRequest.newBuilder()
            .setName("apiKeys/00000000-0000-0000-0000-000000000000")
            .setGrace(Duration.newBuilder().setSeconds(-1));
    assertThat(fields(() -> access.rotateApiKey(rotate.build()))).containsExactly("grace");
  }

  @Test
  void ofVeryManyBadFieldsAsManyAreToldAsClientsTakeInTrailers() {
    var policy = Policy.newBuilder().setName("technicians/" + new UUID(1, 1) + "/policy");
    for (int i = 0; i < 100; i++) {
      policy.addWeeklyHours(WeeklyHours.newBuilder().setFrom("nine").setTo("five"));
    }
    var request = UpdateTechnicianPolicyRequest.newBuilder().setPolicy(policy).build();

    var refused = error(() -> technicians.updateTechnicianPolicy(request));

    var leftOff = EngineExtension.info(refused).getMetadataOrThrow("problemsLeftOff");
    assertThat(problems(refused)).hasSize(300 - Integer.parseInt(leftOff));
    assertThat(problems(refused).getFirst().getField()).startsWith("policy.weeklyHours[0]");
    assertThat(StatusProto.fromThrowable(refused).getSerializedSize() * 4 / 3).isLessThan(8_192);
  }

  private static ListApiKeysRequest list(int size, String token) {
    return ListApiKeysRequest.newBuilder().setPageSize(size).setPageToken(token).build();
  }

  private static ApiKey create(ApiKey.Builder key) {
    return access.createApiKey(CreateApiKeyRequest.newBuilder().setApiKey(key).build());
  }

  private static List<String> fields(ThrowingCallable call) {
    return problems(error(call)).stream().map(BadRequest.FieldViolation::getField).toList();
  }

  private static List<BadRequest.FieldViolation> problems(StatusRuntimeException error) {
    var request = EngineExtension.detail(error, BadRequest.class);
    assertThat(request).isNotNull();
    return request.getFieldViolationsList();
  }
}
