package org.supportcenter.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.reason;

import com.google.api.AnnotationsProto;
import com.google.api.HttpRule.PatternCase;
import com.google.protobuf.Descriptors;
import com.google.protobuf.Message;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportcenter.engine.testing.EngineExtension;

/** Whatever changes something can be retried without fear that it happens twice. */
class RequestIdContractIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  /** They change nothing, whatever their HTTP method. */
  private static final Set<String> QUESTIONS =
      Set.of(
          "CheckAvailability",
          "ListSlots",
          "SuggestSlots",
          "PreviewChange",
          "PreviewNotificationTemplate");

  /** It has no caller to remember a request of, and stopping twice is stopping once. */
  private static final String UNSUBSCRIBE = "Unsubscribe";

  static Stream<String> methodsWithAnId() {
    return methods()
        .filter(RequestIdContractIT::hasAnId)
        .map(Descriptors.MethodDescriptor::getName);
  }

  @ParameterizedTest
  @MethodSource("methodsWithAnId")
  void aRetryIsAnsweredAsTheFirstTimeWithoutWhatIsShownOnce(String method) {
    var requests = new ChangeRequests(engine);
    var id = UUID.randomUUID();
    var request = with(requests.of(method), id);

    var first = requests.call(method, request);
    engine.clock().advance(Duration.ofSeconds(1));

    assertThat(requests.call(method, request)).isEqualTo(withoutSecret(first));
    var other = method.equals("CreateTicket") ? "CreateClosure" : "CreateTicket";
    var reused = with(requests.of(other), id);
    assertThat(reason(() -> requests.call(other, reused))).isEqualTo("REQUEST_ID_REUSED");
  }

  /** A deletion needs none: after a retry, too, it is gone. */
  @Test
  void everyOtherChangeTakesAnId() {
    assertThat(
            methods()
                .filter(method -> pattern(method) != PatternCase.GET)
                .filter(method -> pattern(method) != PatternCase.DELETE)
                .filter(method -> !QUESTIONS.contains(method.getName()))
                .filter(method -> !hasAnId(method)))
        .extracting(Descriptors.MethodDescriptor::getName)
        .containsExactly(UNSUBSCRIBE);
  }

  private static Stream<Descriptors.MethodDescriptor> methods() {
    return engine.server().methods().stream()
        .map(method -> (ProtoMethodDescriptorSupplier) method.getSchemaDescriptor())
        .map(ProtoMethodDescriptorSupplier::getMethodDescriptor)
        .filter(method -> method.getOptions().hasExtension(AnnotationsProto.http));
  }

  private static PatternCase pattern(Descriptors.MethodDescriptor method) {
    return method.getOptions().getExtension(AnnotationsProto.http).getPatternCase();
  }

  private static boolean hasAnId(Descriptors.MethodDescriptor method) {
    return method.getInputType().findFieldByName("request_id") != null;
  }

  private static String with(String json, UUID id) {
    var fields = json.strip().substring(1);
    return "{requestId: '%s'%s%s".formatted(id, fields.equals("}") ? "" : ", ", fields);
  }

  private static Message withoutSecret(Message answer) {
    var field = answer.getDescriptorForType().findFieldByName("secret");
    return field == null ? answer : answer.toBuilder().clearField(field).build();
  }
}
