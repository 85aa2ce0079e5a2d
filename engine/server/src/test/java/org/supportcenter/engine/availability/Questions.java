package org.supportcenter.engine.availability;

import static org.supportcenter.engine.availability.Office.at;
import static org.supportcenter.engine.availability.Office.minutes;

import org.supportcenter.v1.Contribution;
import org.supportcenter.v1.SoftRule;
import org.supportcenter.v1.SuggestSlotsRequest;
import org.supportcenter.v1.SuggestSlotsResponse;
import org.supportcenter.v1.Suggestion;

/** What tests ask suggestions with, and read out of them. */
final class Questions {

  private Questions() {}

  /** An hour on Tuesday 2 March 2027. */
  static SuggestSlotsRequest.Builder tuesday() {
    return asked("2027-03-02T00:00:00Z", "2027-03-03T00:00:00Z");
  }

  /** An hour in a window. */
  static SuggestSlotsRequest.Builder asked(String from, String to) {
    return SuggestSlotsRequest.newBuilder()
        .setStartTime(at(from))
        .setEndTime(at(to))
        .setDuration(minutes(60));
  }

  /** What the rule gave the best suggestion. */
  static int points(SuggestSlotsResponse answer, SoftRule rule) {
    return contribution(answer.getSuggestions(0), rule).getPoints();
  }

  /** What the rule thinks of the suggestion. */
  static Contribution contribution(Suggestion suggestion, SoftRule rule) {
    return suggestion.getContributionsList().stream()
        .filter(contribution -> contribution.getRule() == rule)
        .findFirst()
        .orElseThrow();
  }
}
