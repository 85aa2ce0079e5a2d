package org.supportcenter.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import io.grpc.stub.ClientCalls;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportcenter.domain.access.Role;
import org.supportcenter.domain.access.Scope;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.Access;
import org.supportcenter.v1.Authorization;

/** Every method lets in whom its option says and nobody else, before it looks at the request. */
class AuthorisationContractIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private static Channel admin;
  private static Channel manager;
  private static Channel technician;

  @BeforeAll
  static void seed() {
    var seeds = engine.seeds();
    var tenant = seeds.tenant();
    admin = engine.as(seeds.key(tenant, Role.ADMIN));
    manager = engine.as(seeds.key(tenant, Role.MANAGER));
    technician = engine.as(seeds.technicianKey(tenant, seeds.technician(tenant, "Europe/Berlin")));
  }

  static Stream<MethodDescriptor<?, ?>> methods() {
    return engine.server().methods().stream();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void rolesReachAsFarAsTheirScopes(MethodDescriptor<?, ?> method) {
    assertThat(isLetIn(admin, method)).isTrue();
    assertThat(isLetIn(manager, method)).isEqualTo(isOpenTo(method, Role.MANAGER.scopes()));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void aTechnicianIsLetInWhereTheOptionSaysSo(MethodDescriptor<?, ?> method) {
    var open =
        access(method).getTechnician() != Access.TechnicianReach.NONE
            && isOpenTo(method, Role.TECHNICIAN.scopes());

    assertThat(isLetIn(technician, method)).isEqualTo(open);
  }

  @ParameterizedTest
  @MethodSource("methods")
  void anIntegratorNeedsOneOfTheScopes(MethodDescriptor<?, ?> method) {
    for (var scope : Scope.values()) {
      var tenant = engine.seeds().tenant();
      var integrator = engine.as(engine.seeds().integratorKey(tenant, scope));

      assertThat(isLetIn(integrator, method))
          .as("%s with %s", method.getFullMethodName(), scope.label())
          .isEqualTo(isOpenTo(method, List.of(scope)));
    }
  }

  @ParameterizedTest
  @MethodSource("methods")
  void nobodyIsLetInWithoutACredentialWhereTheOptionDoesNotSaySo(MethodDescriptor<?, ?> method) {
    var expected = access(method).getPublic() ? "FIELD_INVALID" : "CREDENTIAL_MISSING";

    assertThat(reason(engine.anonymous(), method)).isEqualTo(expected);
  }

  @Test
  void nothingButStoppingRemindersIsPublic() {
    assertThat(methods().filter(method -> access(method).getPublic()))
        .extracting(MethodDescriptor::getBareMethodName)
        .containsExactly("Unsubscribe");
  }

  private static boolean isOpenTo(MethodDescriptor<?, ?> method, Collection<Scope> scopes) {
    var needed = access(method).getAnyScopeList();
    return needed.isEmpty() || scopes.stream().map(Scope::label).anyMatch(needed::contains);
  }

  private static Access access(MethodDescriptor<?, ?> method) {
    var proto = (ProtoMethodDescriptorSupplier) method.getSchemaDescriptor();
    return proto.getMethodDescriptor().getOptions().getExtension(Authorization.access);
  }

  private static boolean isLetIn(Channel channel, MethodDescriptor<?, ?> method) {
    return !reason(channel, method).equals("NOT_ALLOWED");
  }

  /** An empty request has the wrong shape for most methods; being let in comes first. */
  private static <Q, A> String reason(Channel channel, MethodDescriptor<Q, A> method) {
    var request = method.parseRequest(InputStream.nullInputStream());
    try {
      if (method.getType() == MethodDescriptor.MethodType.UNARY) {
        ClientCalls.blockingUnaryCall(channel, method, CallOptions.DEFAULT, request);
      } else {
        ClientCalls.blockingServerStreamingCall(channel, method, CallOptions.DEFAULT, request)
            .next();
      }
      return "";
    } catch (StatusRuntimeException error) {
      return EngineExtension.info(error).getReason();
    }
  }
}
