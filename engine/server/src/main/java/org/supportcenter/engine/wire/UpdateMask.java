package org.supportcenter.engine.wire;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;

/** The fields that an update changes, checked against what the resource lets people change. */
public final class UpdateMask {

  private static final String ALL = "*";

  /** How much of a wrong path is repeated: whoever sent it has it, and errors must stay small. */
  private static final int LONGEST_SHOWN = 80;

  /** Given with an update to say which version is meant; in a mask it means nothing. */
  private static final String ETAG = "etag";

  private static final Set<FieldBehavior> FIXED =
      Set.of(FieldBehavior.OUTPUT_ONLY, FieldBehavior.IDENTIFIER, FieldBehavior.IMMUTABLE);

  private final Set<List<FieldDescriptor>> paths;

  private UpdateMask(Set<List<FieldDescriptor>> paths) {
    this.paths = paths;
  }

  /**
   * Reads a mask: paths in snake_case or lowerCamel, {@code "*"} for all fields that can be
   * changed, none for those present in the update.
   *
   * @throws RefusedException if a path is unknown or cannot be changed
   */
  public static UpdateMask of(FieldMask given, Message update) {
    var type = update.getDescriptorForType();
    var paths = new LinkedHashSet<List<FieldDescriptor>>();
    if (given.getPathsCount() == 0) {
      update.getAllFields().keySet().stream()
          .filter(UpdateMask::isSettable)
          .forEach(field -> paths.add(List.of(field)));
    } else if (given.getPathsList().contains(ALL)) {
      type.getFields().stream()
          .filter(UpdateMask::isSettable)
          .forEach(field -> paths.add(List.of(field)));
    } else {
      given.getPathsList().stream()
          .filter(path -> !path.equals(ETAG))
          .forEach(path -> paths.add(path(path, type)));
    }
    return new UpdateMask(paths);
  }

  /** The current resource with the changed fields of the update; absent ones are cleared. */
  @SuppressWarnings("unchecked") // A builder of a message builds such messages.
  public <M extends Message> M apply(M current, M update) {
    var result = current.toBuilder();
    paths.forEach(path -> copy(path, update, result));
    return (M) result.build();
  }

  private static void copy(List<FieldDescriptor> path, Message from, Message.Builder to) {
    var field = path.getFirst();
    if (path.size() > 1) {
      var inner = ((Message) to.getField(field)).toBuilder();
      copy(path.subList(1, path.size()), (Message) from.getField(field), inner);
      to.setField(field, inner.build());
    } else if (field.isRepeated() || !field.hasPresence() || from.hasField(field)) {
      to.setField(field, from.getField(field));
    } else {
      to.clearField(field);
    }
  }

  private static List<FieldDescriptor> path(String path, Descriptor type) {
    var fields = new ArrayList<FieldDescriptor>();
    @Nullable Descriptor inside = type;
    for (var name : path.split("\\.", -1)) {
      var field = inside == null ? null : field(inside, name);
      if (field == null) {
        throw invalid(path, "is no field");
      }
      if (!isSettable(field)) {
        throw invalid(path, "cannot be changed");
      }
      fields.add(field);
      inside = isNested(field) ? field.getMessageType() : null;
    }
    return List.copyOf(fields);
  }

  private static @Nullable FieldDescriptor field(Descriptor type, String name) {
    return type.getFields().stream()
        .filter(field -> field.getName().equals(name) || field.getJsonName().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** Whether a path may lead into the field: into our messages, not into times and durations. */
  private static boolean isNested(FieldDescriptor field) {
    return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE
        && !field.isRepeated()
        && !field.getMessageType().getFullName().startsWith("google.");
  }

  private static boolean isSettable(FieldDescriptor field) {
    return !field.getName().equals(ETAG)
        && field.getOptions().getExtension(FieldBehaviorProto.fieldBehavior).stream()
            .noneMatch(FIXED::contains);
  }

  private static RefusedException invalid(String path, String problem) {
    var shown = path.length() <= LONGEST_SHOWN ? path : path.substring(0, LONGEST_SHOWN) + "...";
    return new Refusal.UpdateMaskInvalid(shown, problem).asException();
  }
}
