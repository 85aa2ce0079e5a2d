package org.supportcenter.engine.hold;

import static org.supportcenter.domain.policy.Limits.HOLD_TIME_TO_LIVE;
import static org.supportcenter.domain.policy.Limits.VISIT_DURATION;

import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.supportcenter.domain.hold.Hold;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.rule.Judge;
import org.supportcenter.domain.rule.Verdict;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.engine.availability.AlternativeFinder;
import org.supportcenter.engine.availability.Question;
import org.supportcenter.engine.availability.Visible;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.SecondTry;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.SlotTokens;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.Locks;
import org.supportcenter.store.Tx;
import org.supportcenter.store.booking.BookingFactsStore;
import org.supportcenter.store.hold.HoldStore;
import org.supportcenter.v1.CreateHoldRequest;

/**
 * Makes holds: judged like a booking, under the same locks and one more that keeps the count. After
 * a refusal it looks for what can be had instead.
 */
final class HoldDesk {

  private final Writes writes;
  private final Judge judge;
  private final AlternativeFinder alternatives;
  private final HoldStore holds;
  private final BookingFactsStore facts;
  private final InstantSource clock;

  HoldDesk(
      Writes writes,
      Judge judge,
      AlternativeFinder alternatives,
      HoldStore holds,
      BookingFactsStore facts,
      InstantSource clock) {
    this.writes = writes;
    this.judge = judge;
    this.alternatives = alternatives;
    this.holds = holds;
    this.facts = facts;
    this.clock = clock;
  }

  org.supportcenter.v1.Hold create(
      CreateHoldRequest request, BiFunction<Tx, Hold, org.supportcenter.v1.Hold> message) {
    var caller = Caller.current();
    var question = question(request);
    SlotTokens.check(request.getSlotToken(), question.technician(), question.start(), "slotToken");
    if (caller.technician() != null && !caller.technician().equals(question.technician())) {
      throw new Refusal.NotAllowed("A technician may hold only their own time.").asException();
    }
    var timeToLive =
        request.hasTtl()
            ? Times.duration(request.getTtl(), HOLD_TIME_TO_LIVE, "ttl")
            : Hold.DEFAULT_TIME_TO_LIVE;
    var attempt = new Attempt(caller, question, timeToLive);
    return SecondTry.of(() -> attempt.run(request, message));
  }

  private static Question question(CreateHoldRequest request) {
    return new Question(
        Names.TECHNICIAN.id(request.getTechnician(), "technician"),
        Times.instant(request.getStartTime(), "startTime"),
        request.hasDuration()
            ? Times.duration(request.getDuration(), VISIT_DURATION, "duration")
            : null,
        Question.optional(Names.SERVICE_TYPE, request.getServiceType(), "serviceType"),
        Question.optional(Names.CUSTOMER, request.getCustomer(), "customer"),
        new HashSet<>(request.getRequiredSkillsList()),
        null);
  }

  /** One try at a hold. */
  private final class Attempt {
    private final Caller caller;
    private final Question question;
    private final Duration timeToLive;

    Attempt(Caller caller, Question question, Duration timeToLive) {
      this.caller = caller;
      this.question = question;
      this.timeToLive = timeToLive;
    }

    org.supportcenter.v1.Hold run(
        CreateHoldRequest request, BiFunction<Tx, Hold, org.supportcenter.v1.Hold> message) {
      try {
        return writes.run(
            caller,
            request,
            locks(),
            org.supportcenter.v1.Hold.parser(),
            tx -> message.apply(tx, hold(tx)));
      } catch (Declined declined) {
        throw new Refusal.RulesBroken(
                Visible.to(caller, declined.verdict.violations()),
                alternatives.find(caller, declined.verdict.candidate(), question.serviceType()))
            .asException();
      }
    }

    private Locks locks() {
      var locks = Locks.of(caller.tenant()).technician(question.technician()).holds();
      return question.customer() == null ? locks : locks.customer(question.customer());
    }

    private Hold hold(Tx tx) {
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      holds.checkLimits(tx, caller.author(), now);
      var found = facts.settle(tx, question.facts(), now);
      var candidate = question.candidate(null, found);
      var near = new Facts(now, found.booked()).near(List.of(candidate));
      var verdict = judge.judge(List.of(candidate), near).getFirst();
      if (!verdict.accepted()) {
        throw new Declined(verdict);
      }
      var hold = Hold.of(candidate, UUID.randomUUID(), now.plus(timeToLive));
      holds.create(tx, hold, caller.author(), now);
      return hold;
    }
  }

  /** Rolls the transaction back and keeps what is needed to look for alternatives. */
  private static final class Declined extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final transient Verdict verdict;

    private Declined(Verdict verdict) {
      super(null, null, false, false);
      this.verdict = verdict;
    }
  }
}
