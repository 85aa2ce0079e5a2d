package org.supportcenter.engine.settings;

import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Objects;
import org.supportcenter.domain.suggestion.SoftRule;
import org.supportcenter.domain.suggestion.Weights;
import org.supportcenter.v1.SoftRuleWeights;

/** Weights on the wire: each rule has a field of its name. */
final class WeightMessages {

  private WeightMessages() {}

  static SoftRuleWeights message(Weights weights) {
    var message = SoftRuleWeights.newBuilder();
    for (var rule : SoftRule.values()) {
      message.setField(field(rule), weights.of(rule));
    }
    return message.build();
  }

  /** What is not given has its default. */
  static Weights weights(SoftRuleWeights message) {
    var given = new EnumMap<SoftRule, Integer>(SoftRule.class);
    for (var rule : SoftRule.values()) {
      if (message.hasField(field(rule))) {
        given.put(rule, (Integer) message.getField(field(rule)));
      }
    }
    return new Weights(given);
  }

  private static FieldDescriptor field(SoftRule rule) {
    var field =
        SoftRuleWeights.getDescriptor().findFieldByName(rule.name().toLowerCase(Locale.ROOT));
    return Objects.requireNonNull(field, rule.name());
  }
}
