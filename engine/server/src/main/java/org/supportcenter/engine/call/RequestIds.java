package org.supportcenter.engine.call;

import com.google.protobuf.Message;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.engine.wire.Fingerprints;
import org.supportcenter.store.replay.ReplayKey;

/** Reads {@code request_id} and {@code validate_only} of any request that has them. */
public final class RequestIds {

  private static final String REQUEST_ID = "request_id";
  private static final String VALIDATE_ONLY = "validate_only";

  /** What only a resource that exists can have. */
  private static final List<String> GIVEN_WHEN_CREATED = List.of("name", "reference", "prefix");

  private RequestIds() {}

  /**
   * What makes a retry of the request the same request; null when it has no id, and for dry runs,
   * which are not kept. The type of the request stands for the method.
   */
  public static @Nullable ReplayKey key(Caller caller, Message request) {
    var type = request.getDescriptorForType();
    var field = type.findFieldByName(REQUEST_ID);
    var id = field == null ? "" : (String) request.getField(field);
    if (id.isEmpty() || isDryRun(request)) {
      return null;
    }
    var rest = request.toBuilder().clearField(field).build();
    return new ReplayKey(
        caller.author().actor(),
        UUID.fromString(id),
        Fingerprints.of(type.getFullName(), "", rest));
  }

  /** The answer to a dry run: when nothing was created, nothing is named. */
  @SuppressWarnings("unchecked") // A builder of a message builds such messages.
  static <A extends Message> A unnamed(Message request, A answer) {
    if (!request.getDescriptorForType().getName().startsWith("Create")) {
      return answer;
    }
    var unnamed = answer.toBuilder();
    GIVEN_WHEN_CREATED.stream()
        .map(answer.getDescriptorForType()::findFieldByName)
        .filter(Objects::nonNull)
        .forEach(unnamed::clearField);
    return (A) unnamed.build();
  }

  /** Whether the request is to be judged and answered, but nothing stored. */
  public static boolean isDryRun(Message request) {
    var field = request.getDescriptorForType().findFieldByName(VALIDATE_ONLY);
    return field != null && (boolean) request.getField(field);
  }
}
