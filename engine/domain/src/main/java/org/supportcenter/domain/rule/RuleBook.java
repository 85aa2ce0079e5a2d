package org.supportcenter.domain.rule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.schedule.Proposal;
import org.supportcenter.domain.schedule.Visit;

/**
 * All scheduling rules in the order of {@link Reason}. It judges by asking each of them in turn,
 * and finds the words for whatever another judge found broken.
 */
public final class RuleBook implements Judge {

  /** The rules of this product. */
  public static final RuleBook STANDARD =
      new RuleBook(
          List.of(
              new StartInPast(),
              new NoticeTooShort(),
              new BeyondBookingWindow(),
              new OutsideWorkingHours(),
              new Away(),
              new ExternallyBusy(),
              new OverlapsAppointment(),
              new BufferTooShort(),
              new DailyLimitReached(),
              new MissingSkill(),
              new TechnicianInactive(),
              new CustomerOverlap()));

  private static final Comparator<Visit> BY_TIME = Comparator.comparing(Visit::span);

  private final List<Rule> rules;

  private RuleBook(List<Rule> rules) {
    this.rules = rules;
  }

  /** The rules, in order. */
  public List<Rule> rules() {
    return rules;
  }

  @Override
  public List<Verdict> judge(List<Candidate> candidates, Facts facts) {
    return judge(candidates, facts, rules);
  }

  /**
   * Judges by some of the rules only.
   *
   * @param some in the order of the rule book
   */
  public List<Verdict> judge(List<Candidate> candidates, Facts facts, List<Rule> some) {
    var booked = facts.others(candidates);
    var verdicts = new ArrayList<Verdict>(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      var candidate = candidates.get(i);
      var others = new ArrayList<Visit>(booked);
      others.addAll(candidates.subList(0, i));
      others.addAll(candidates.subList(i + 1, candidates.size()));
      others.sort(BY_TIME);
      var violations = new ArrayList<Violation>();
      for (var rule : some) {
        var violation = explain(rule, candidate, others, facts.now());
        if (violation != null) {
          violations.add(violation);
        }
      }
      verdicts.add(new Verdict(candidate, violations));
    }
    return verdicts;
  }

  /** Marks every start at which the visit would break some rule. */
  public void forbid(
      Enquiry enquiry, List<? extends Visit> others, Instant now, ForbiddenStarts starts) {
    rules.forEach(rule -> forbid(rule, enquiry, others, now, starts));
  }

  /** Marks every start at which the visit would break the rule. */
  public static void forbid(
      Rule rule,
      Enquiry enquiry,
      List<? extends Visit> others,
      Instant now,
      ForbiddenStarts starts) {
    switch (rule) {
      case SoloRule solo -> solo.forbid(enquiry, now, starts);
      case PairRule pair -> others.forEach(other -> pair.forbid(enquiry, other, starts));
      case GroupRule group -> group.forbid(enquiry, others, starts);
    }
  }

  private static @Nullable Violation explain(
      Rule rule, Proposal visit, List<Visit> others, Instant now) {
    return switch (rule) {
      case SoloRule solo -> solo.broken(visit, now) > 0 ? solo.explain(visit, now) : null;
      case PairRule pair ->
          others.stream()
              .filter(other -> pair.broken(visit, other) > 0)
              .max(Comparator.comparingLong(other -> pair.broken(visit, other)))
              .map(other -> pair.explain(visit, other))
              .orElse(null);
      case GroupRule group -> {
        var size = 1 + (int) others.stream().filter(other -> group.grouped(visit, other)).count();
        yield group.broken(visit, size) > 0 ? group.explain(visit, size) : null;
      }
    };
  }
}
