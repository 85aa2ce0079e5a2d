package org.supportcenter.engine.availability;

import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.suggestion.Contribution;
import org.supportcenter.domain.suggestion.Exclusions;
import org.supportcenter.domain.suggestion.Suggestion;
import org.supportcenter.engine.wire.SlotTokens;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.ExcludedCandidates;
import org.supportcenter.v1.SoftRule;
import org.supportcenter.v1.SuggestSlotsResponse;

/** Suggestions on the wire. */
final class SuggestionMessages {

  private SuggestionMessages() {}

  /**
   * A suggestion.
   *
   * @param dataVersion as of when schedules were read
   * @param mayRead whether the caller may learn of other visits
   */
  static org.supportcenter.v1.Suggestion message(
      Suggestion suggestion, long dataVersion, boolean mayRead) {
    var message =
        org.supportcenter.v1.Suggestion.newBuilder()
            .setSlot(SlotTokens.message(suggestion.slot(), dataVersion))
            .setPoints(suggestion.points());
    for (var contribution : suggestion.contributions()) {
      message.addContributions(message(mayRead ? contribution : contribution.redacted()));
    }
    return message.build();
  }

  /** Says what stands in the way. */
  static void add(Exclusions exclusions, SuggestSlotsResponse.Builder answer) {
    for (var count : exclusions.counts()) {
      answer.addExcluded(
          ExcludedCandidates.newBuilder()
              .setReason(reason(count.reason()))
              .setCount(count.broken())
              .setAlone(count.alone()));
    }
    var relaxation = exclusions.relaxation();
    if (relaxation != null) {
      answer.setRelaxation(reason(relaxation));
    }
  }

  private static org.supportcenter.v1.Contribution message(Contribution contribution) {
    return org.supportcenter.v1.Contribution.newBuilder()
        .setRule(SoftRule.valueOf(contribution.rule().name()))
        .setPoints(contribution.points())
        .setSentence(contribution.sentence())
        .build();
  }

  private static ErrorReason reason(Reason reason) {
    return ErrorReason.valueOf(reason.name());
  }
}
