package org.supportcenter.engine.call;

import com.google.rpc.Code;
import java.util.EnumMap;
import java.util.Map;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.ErrorReasonOuterClass;

/** Reads what {@code error_reason.proto}, the one table of reasons, says about each. */
final class Reasons {

  private static final Map<ErrorReason, Code> CODES = new EnumMap<>(ErrorReason.class);
  private static final Map<Reason, ErrorReason> OF_RULES = new EnumMap<>(Reason.class);

  static {
    for (var value : ErrorReason.getDescriptor().getValues()) {
      if (value.getNumber() != 0) {
        CODES.put(
            ErrorReason.valueOf(value),
            value.getOptions().getExtension(ErrorReasonOuterClass.code));
      }
    }
    for (var rule : Reason.values()) {
      OF_RULES.put(rule, ErrorReason.valueOf(rule.name()));
    }
  }

  private Reasons() {}

  /** The gRPC code a reason is always sent with. */
  static Code code(ErrorReason reason) {
    return CODES.getOrDefault(reason, Code.INTERNAL);
  }

  /** The reason of a broken rule; it has the rule's name. */
  static ErrorReason of(Reason rule) {
    return OF_RULES.getOrDefault(rule, ErrorReason.INTERNAL);
  }
}
