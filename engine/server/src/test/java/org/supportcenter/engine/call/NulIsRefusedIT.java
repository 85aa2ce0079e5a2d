package org.supportcenter.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.protovalidate.Validator;
import build.buf.protovalidate.ValidatorFactory;
import build.buf.protovalidate.exceptions.ValidationException;
import com.google.api.AnnotationsProto;
import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.DynamicMessage;
import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoMethodDescriptorSupplier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportcenter.engine.testing.EngineExtension;

/** PostgreSQL cannot store NUL, so no text of a request may get that far with one. */
class NulIsRefusedIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  /** Read in Java and never sent to the database as they are. */
  private static final Set<String> OPAQUE =
      Set.of("etag", "page_token", "order_by", "resume_token", "paths");

  private final Validator validator = ValidatorFactory.newBuilder().build();

  static Stream<MethodDescriptor<?, ?>> methods() {
    return engine.server().methods().stream()
        .filter(
            method ->
                method.getSchemaDescriptor() instanceof ProtoMethodDescriptorSupplier proto
                    && proto
                        .getMethodDescriptor()
                        .getOptions()
                        .hasExtension(AnnotationsProto.http));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void everyTextOfARequestRefusesNul(MethodDescriptor<?, ?> method) throws ValidationException {
    var schema = (ProtoMethodDescriptorSupplier) method.getSchemaDescriptor();

    var accepting = new ArrayList<String>();
    find(schema.getMethodDescriptor().getInputType(), List.of(), accepting);

    assertThat(accepting).isEmpty();
  }

  private void find(Descriptor type, List<Descriptor> within, List<String> accepting)
      throws ValidationException {
    for (var field : type.getFields()) {
      if (!isEntered(field)) {
        continue;
      }
      if (field.getJavaType() == JavaType.STRING && accepts(type, field)) {
        accepting.add(field.getFullName());
      }
      if (field.getJavaType() == JavaType.MESSAGE && !within.contains(type)) {
        var deeper = new ArrayList<>(within);
        deeper.add(type);
        find(field.getMessageType(), deeper, accepting);
      }
    }
  }

  private static boolean isEntered(FieldDescriptor field) {
    var behaviour = field.getOptions().getExtension(FieldBehaviorProto.fieldBehavior);
    return !OPAQUE.contains(field.getName())
        && !behaviour.contains(FieldBehavior.OUTPUT_ONLY)
        && !behaviour.contains(FieldBehavior.IDENTIFIER);
  }

  private boolean accepts(Descriptor type, FieldDescriptor field) throws ValidationException {
    var message = DynamicMessage.newBuilder(type);
    if (field.isRepeated()) {
      message.addRepeatedField(field, "a\0");
    } else {
      message.setField(field, "a\0");
    }
    return validator.validate(message.build()).getViolations().stream()
        .noneMatch(
            violation ->
                violation.toProto().getField().getElementsList().stream()
                    .anyMatch(element -> element.getFieldName().equals(field.getName())));
  }
}
