package org.supportcenter.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.error;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Empty;
import com.google.rpc.PreconditionFailure;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.rule.Subject;
import org.supportcenter.domain.rule.Violation;
import org.supportcenter.domain.slot.Slot;
import org.supportcenter.domain.time.Span;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.BookingAlternatives;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.ErrorReasonOuterClass;
import org.supportcenter.v1.Errors;
import org.supportcenter.v1.Violations;

class ErrorInterceptorTest {

  private static final MethodDescriptor<Empty, Empty> METHOD =
      MethodDescriptor.<Empty, Empty>newBuilder()
          .setType(MethodDescriptor.MethodType.UNARY)
          .setFullMethodName("test.Service/Do")
          .setRequestMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
          .setResponseMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
          .build();

  private Server server;
  private ManagedChannel channel;
  private Consumer<StreamObserver<Empty>> service = observer -> {};

  @BeforeEach
  void start() throws Exception {
    var definition =
        ServerServiceDefinition.builder("test.Service")
            .addMethod(
                METHOD,
                ServerCalls.asyncUnaryCall(
                    (Empty request, StreamObserver<Empty> observer) -> service.accept(observer)))
            .build();
    var name = InProcessServerBuilder.generateName();
    server =
        InProcessServerBuilder.forName(name)
            .directExecutor()
            .addService(ServerInterceptors.intercept(definition, new ErrorInterceptor()))
            .build()
            .start();
    channel = InProcessChannelBuilder.forName(name).directExecutor().build();
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void brokenRulesAreAllToldWithTheirNumbersAndWhatCouldBeHadInstead() {
    var technician = UUID.randomUUID();
    var appointment = UUID.randomUUID();
    var start = Instant.parse("2027-03-01T10:00:00Z");
    var overlap =
        new Violation(
            Reason.OVERLAPS_APPOINTMENT,
            new Subject(Subject.Kind.TECHNICIAN, technician),
            new Subject(Subject.Kind.APPOINTMENT, appointment),
            "There is a visit.",
            new TreeMap<>());
    var limit =
        new Violation(
            Reason.DAILY_LIMIT_REACHED,
            new Subject(Subject.Kind.TECHNICIAN, technician),
            null,
            "The day is full.",
            new TreeMap<>(Map.of("limit", "8")));
    var slot = new Slot(technician, new Span(start, start.plus(Duration.ofHours(1))));

    var refused =
        call(new Refusal.RulesBroken(List.of(overlap, limit), List.of(slot)).asException());

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    assertThat(refused.getStatus().getDescription()).isEqualTo("There is a visit.");
    assertThat(EngineExtension.info(refused).getReason()).isEqualTo("OVERLAPS_APPOINTMENT");
    var failure = EngineExtension.detail(refused, PreconditionFailure.class);
    assertThat(failure.getViolationsList())
        .extracting(PreconditionFailure.Violation::getType)
        .containsExactly("OVERLAPS_APPOINTMENT", "DAILY_LIMIT_REACHED");
    assertThat(failure.getViolations(0).getSubject()).isEqualTo("appointments/" + appointment);
    var violations = EngineExtension.detail(refused, Violations.class);
    assertThat(violations.getViolations(1).getReason()).isEqualTo(ErrorReason.DAILY_LIMIT_REACHED);
    assertThat(violations.getViolations(1).getMetadataMap()).containsEntry("limit", "8");
    var alternatives = EngineExtension.detail(refused, BookingAlternatives.class);
    assertThat(alternatives.getAlternatives(0).getTechnician())
        .isEqualTo("technicians/" + technician);
  }

  @Test
  void aFaultOfOursIsToldByAnIdAndNothingElse() {
    var refused = call(new IllegalStateException("password=secret"));

    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(refused.getStatus().getDescription()).doesNotContain("secret");
    var info = EngineExtension.info(refused);
    assertThat(info.getReason()).isEqualTo("INTERNAL");
    assertThat(refused.getStatus().getDescription()).contains(info.getMetadataOrThrow("errorId"));
  }

  @Test
  void whatAStreamIsGivenIsToldLikeWhatIsThrown() {
    service = observer -> observer.onError(new Refusal.NotFound("tickets/1").asException());
    var given = error(this::call);

    assertThat(EngineExtension.info(given).getReason()).isEqualTo("RESOURCE_NOT_FOUND");
    assertThat(EngineExtension.info(given).getMetadataMap()).containsEntry("resource", "tickets/1");
  }

  @Test
  void anErrorThatIsAlreadyOfTheWireStaysAsItIs() {
    service = observer -> observer.onError(Failures.error(Draining.refusal()).toStatusException());

    assertThat(EngineExtension.info(error(this::call)).getReason()).isEqualTo("DRAINING");
  }

  @Test
  void aCallThatIsAnsweredAndThenFailsHasBeenAnswered() {
    service =
        observer -> {
          observer.onNext(Empty.getDefaultInstance());
          observer.onCompleted();
          throw new IllegalStateException("too late");
        };

    assertThat(call()).isEqualTo(Empty.getDefaultInstance());
  }

  @Test
  void everyReasonHasACodeAndEveryRuleAReason() {
    for (var reason : ErrorReason.values()) {
      if (reason != ErrorReason.UNRECOGNIZED && reason.getNumber() != 0) {
        assertThat(Reasons.code(reason).getNumber()).as(reason.name()).isPositive();
      }
    }
    for (var rule : Reason.values()) {
      assertThat(Reasons.of(rule).name()).isEqualTo(rule.name());
    }
    assertThat(
            Stream.of(ErrorReason.values())
                .filter(reason -> reason != ErrorReason.UNRECOGNIZED)
                .filter(
                    reason ->
                        reason
                            .getValueDescriptor()
                            .getOptions()
                            .getExtension(ErrorReasonOuterClass.waivable))
                .map(Enum::name))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Reason.values()).filter(Reason::waivable).map(Enum::name).toList());
  }

  @Test
  void theErrorsThatMethodsTellOfTogetherAreTheRules() {
    assertThat(ErrorReason.getDescriptor().getValues())
        .filteredOn(
            reason ->
                reason.getOptions().getExtension(ErrorReasonOuterClass.occasion)
                    == Errors.Occasion.RULE)
        .extracting(EnumValueDescriptor::getName)
        .containsExactlyElementsOf(Stream.of(Reason.values()).map(Enum::name).toList());
  }

  private StatusRuntimeException call(RuntimeException failure) {
    service =
        observer -> {
          throw failure;
        };
    return error(this::call);
  }

  private Empty call() {
    return ClientCalls.blockingUnaryCall(
        channel, METHOD, CallOptions.DEFAULT, Empty.getDefaultInstance());
  }
}
