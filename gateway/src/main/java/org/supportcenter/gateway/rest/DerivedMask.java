package org.supportcenter.gateway.rest;

import com.google.api.FieldBehavior;
import com.google.api.FieldBehaviorProto;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Message;
import java.util.Set;

/**
 * The update mask of a PATCH that gives none: the fields present in its body, also as null, which
 * clears. What clients cannot set in an update is left out, so that a resource that was read can be
 * sent back.
 */
final class DerivedMask {
  private static final Set<FieldBehavior> NOT_SETTABLE =
      Set.of(FieldBehavior.OUTPUT_ONLY, FieldBehavior.IDENTIFIER, FieldBehavior.IMMUTABLE);

  private DerivedMask() {}

  static void read(Set<FieldDescriptor> present, Message.Builder request) {
    var field = request.getDescriptorForType().findFieldByName("update_mask");
    if (field == null || request.hasField(field)) {
      return;
    }
    var mask = FieldMask.newBuilder();
    present.stream()
        .filter(DerivedMask::isSettable)
        .map(FieldDescriptor::getName)
        .forEach(mask::addPaths);
    request.setField(field, mask.build());
  }

  private static boolean isSettable(FieldDescriptor field) {
    return !field.getName().equals("etag")
        && field.getOptions().getExtension(FieldBehaviorProto.fieldBehavior).stream()
            .noneMatch(NOT_SETTABLE::contains);
  }
}
