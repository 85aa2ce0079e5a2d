package org.supportcenter.domain.suggestion;

/**
 * What makes one slot better than another: one name everywhere, in the order contributions are
 * told. Nothing here forbids a slot; that is what {@link org.supportcenter.domain.rule.Reason} is
 * about.
 */
public enum SoftRule {
  SOONER(800, "An earlier start is better."),
  COMPACT_DAY(60, "A day without unusable gaps is better."),
  BALANCED_LOAD(100, "A technician with fewer booked hours is better."),
  SAME_TECHNICIAN(120, "The technician who was there last is better."),
  PREFERRED_TECHNICIAN(200, "The technician asked for is better."),
  PREFERRED_TIME(200, "A time asked for is better."),
  LESS_TRAVEL(100, "Shorter ways are better.");

  private final int defaultWeight;
  private final String summary;

  SoftRule(int defaultWeight, String summary) {
    this.defaultWeight = defaultWeight;
    this.summary = summary;
  }

  /** The most points it can give while the tenant has not said otherwise. */
  public int defaultWeight() {
    return defaultWeight;
  }

  /** One sentence that says it without telling anything about visits and people. */
  public String summary() {
    return summary;
  }
}
