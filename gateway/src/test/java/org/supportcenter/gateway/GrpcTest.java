package org.supportcenter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.supportcenter.gateway.GatewayFixture.await;

import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.ErrorInfo;
import io.grpc.CallOptions;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.stub.BlockingClientCall;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.gateway.error.EngineFailures;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.CreateAppointmentRequest;
import org.supportcenter.v1.GetAppointmentRequest;
import org.supportcenter.v1.WatchAppointmentsRequest;
import org.supportcenter.v1.WatchAppointmentsResponse;

class GrpcTest {
  @RegisterExtension static final GatewayFixture fixture = new GatewayFixture();

  private static ManagedChannel channel;
  private static AppointmentServiceGrpc.AppointmentServiceBlockingStub appointments;

  @BeforeAll
  static void start() {
    channel =
        Grpc.newChannelBuilderForAddress(
                "127.0.0.1", fixture.gateway.port(), InsecureChannelCredentials.create())
            .build();
    appointments = AppointmentServiceGrpc.newBlockingStub(channel);
  }

  @AfterAll
  static void stop() {
    channel.shutdownNow();
  }

  @Test
  void callsPassThroughWithTheirCredentials() throws Exception {
    var headers = new Metadata();
    headers.put(Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER), "Bearer sc_a");
    headers.put(Metadata.Key.of("x-actor", Metadata.ASCII_STRING_MARSHALLER), "admin");
    var request =
        CreateAppointmentRequest.newBuilder()
            .setAppointment(Appointment.newBuilder().setDescription("ä\u0000"))
            .build();

    var answer =
        appointments
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(headers))
            .createAppointment(request);

    assertThat(answer).isEqualTo(request.getAppointment());
    var call = fixture.engine.take();
    assertThat(call.request()).isEqualTo(request);
    assertThat(call.header("authorization")).isEqualTo("Bearer sc_a");
    assertThat(call.header("x-request-id")).isNotBlank();
    assertThat(call.header("x-actor")).isNull();
  }

  @Test
  void errorsArriveAsTheEngineSentThem() {
    var info = ErrorInfo.newBuilder().setReason("ETAG_MISMATCH").setDomain("supportcenter").build();
    var status =
        com.google.rpc.Status.newBuilder()
            .setCode(10)
            .setMessage("changed")
            .addDetails(Any.pack(info))
            .build();
    fixture.engine.refuse("GetAppointment", EchoEngine.refusal(status));
    assertThatThrownBy(
            () -> appointments.getAppointment(GetAppointmentRequest.getDefaultInstance()))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            refused -> {
              assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.ABORTED);
              assertThat(details(refused)).isEqualTo(status);
            });
  }

  @Test
  void errorsWithoutDetailsGetAReason() {
    fixture.engine.refuse("GetAppointment", Status.UNKNOWN.asRuntimeException());
    assertThatThrownBy(
            () -> appointments.getAppointment(GetAppointmentRequest.getDefaultInstance()))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            refused -> {
              assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
              assertThat(reason(refused)).isEqualTo("INTERNAL");
            });
  }

  @Test
  void aRequestOverFourMebibytesIsRefused() {
    var request =
        CreateAppointmentRequest.newBuilder()
            .setAppointment(Appointment.newBuilder().setDescription("x".repeat((4 << 20) + 1)))
            .build();
    assertThatThrownBy(() -> appointments.createAppointment(request))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            refused -> {
              assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
              assertThat(reason(refused)).isEqualTo("BODY_TOO_LARGE");
            });
    assertThat(fixture.engine.waiting()).isZero();
  }

  @Test
  void aClientsDeadlineReachesTheEngine() {
    var cancelled = new CountDownLatch(1);
    fixture.engine.stream(
        "WatchAppointments",
        (request, observer) -> observer.setOnCancelHandler(cancelled::countDown));
    assertThatThrownBy(
            () ->
                appointments
                    .withDeadlineAfter(200, TimeUnit.MILLISECONDS)
                    .watchAppointments(WatchAppointmentsRequest.getDefaultInstance())
                    .hasNext())
        .isInstanceOf(StatusRuntimeException.class)
        .hasMessageContaining("DEADLINE_EXCEEDED");
    await(() -> cancelled.getCount() == 0);
  }

  @Test
  void streamsKeepTheirOrderAndEnd() {
    fixture.engine.stream(
        "WatchAppointments",
        (request, observer) -> {
          IntStream.range(0, 5_000)
              .forEach(
                  i ->
                      observer.onNext(
                          WatchAppointmentsResponse.newBuilder().setResumeToken("" + i).build()));
          observer.onCompleted();
        });
    var answers = appointments.watchAppointments(WatchAppointmentsRequest.getDefaultInstance());
    for (var i = 0; i < 5_000; i++) {
      assertThat(answers.next().getResumeToken()).isEqualTo("" + i);
    }
    assertThat(answers.hasNext()).isFalse();
  }

  @Test
  void reflectionListsTheServices() throws Exception {
    BlockingClientCall<ServerReflectionRequest, ServerReflectionResponse> call =
        ClientCalls.blockingBidiStreamingCall(
            channel, ServerReflectionGrpc.getServerReflectionInfoMethod(), CallOptions.DEFAULT);
    call.write(ServerReflectionRequest.newBuilder().setListServices("").build());
    var services = call.read().getListServicesResponse().getServiceList();
    assertThat(services)
        .extracting(service -> service.getName())
        .contains("supportcenter.v1.AppointmentService", "supportcenter.v1.AccessService");
    call.write(
        ServerReflectionRequest.newBuilder()
            .setFileContainingSymbol("supportcenter.v1.AppointmentService")
            .build());
    assertThat(call.read().getFileDescriptorResponse().getFileDescriptorProtoCount()).isPositive();
    call.halfClose();
    assertThat(call.read()).isNull();
  }

  @Test
  void healthIsThatOfTheGateway() {
    var health = HealthGrpc.newBlockingStub(channel);
    assertThat(health.check(HealthCheckRequest.getDefaultInstance()).getStatus())
        .isEqualTo(ServingStatus.SERVING);
  }

  @Test
  void unknownMethodsAreUnimplemented() {
    var unknown =
        AppointmentServiceGrpc.getGetAppointmentMethod().toBuilder()
            .setFullMethodName("supportcenter.v1.AppointmentService/Explode")
            .build();
    assertThatThrownBy(
            () ->
                ClientCalls.blockingUnaryCall(
                    channel,
                    unknown,
                    CallOptions.DEFAULT,
                    GetAppointmentRequest.getDefaultInstance()))
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            refused -> {
              assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
              assertThat(reason(refused)).isEqualTo("ROUTE_NOT_FOUND");
            });
  }

  private static com.google.rpc.Status details(StatusRuntimeException refused) {
    return refused.getTrailers().get(EngineFailures.DETAILS);
  }

  private static String reason(StatusRuntimeException refused) {
    try {
      return details(refused).getDetails(0).unpack(ErrorInfo.class).getReason();
    } catch (InvalidProtocolBufferException damaged) {
      throw new AssertionError(damaged);
    }
  }
}
