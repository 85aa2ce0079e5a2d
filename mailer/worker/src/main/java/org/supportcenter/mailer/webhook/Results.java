package org.supportcenter.mailer.webhook;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.when;
import static org.supportcenter.schema.jooq.Tables.WEBHOOK_ATTEMPT;
import static org.supportcenter.schema.jooq.Tables.WEBHOOK_DELIVERY;
import static org.supportcenter.schema.jooq.Tables.WEBHOOK_ENDPOINT;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.supportcenter.schema.jooq.tables.records.WebhookAttemptRecord;

/** Writes down how attempts went and what follows. */
final class Results {

  /** After so many failures in a row it was the receiver, not one message it did not like. */
  private static final int WAS_DOWN = 3;

  private final RandomGenerator random;

  /** What became of a delivery by an attempt. */
  enum Verdict {
    DELIVERED,
    AGAIN,
    GIVEN_UP,
    /** The lease had ended, or the endpoint was deleted: somebody else's business. */
    NOT_OURS
  }

  Results(RandomGenerator random) {
    this.random = random;
  }

  /** Writes an outcome down, if the delivery is still leased to us. */
  Verdict write(DSLContext sql, UUID tenant, Work work, Outcome outcome, Instant now) {
    var wait = RetrySchedule.next(work.tries(), random);
    var verdict =
        outcome.isSuccess() ? Verdict.DELIVERED : wait == null ? Verdict.GIVEN_UP : Verdict.AGAIN;
    if (!settle(sql, tenant, work, verdict, due(wait, outcome, now))) {
      return Verdict.NOT_OURS;
    }
    sql.insertInto(WEBHOOK_ATTEMPT).set(attempt(tenant, work, outcome)).execute();
    if (outcome.isSuccess()) {
      recover(sql, tenant, work, now);
    } else if (!outcome.isUnforeseen()) {
      fail(sql, tenant, work, outcome, now);
    }
    return verdict;
  }

  /** When it is due again: when it is scheduled, or when the receiver asked us to come back. */
  private static Instant due(@Nullable Duration wait, Outcome outcome, Instant now) {
    var asked = outcome.retryAfter() == null ? Duration.ZERO : outcome.retryAfter();
    return now.plus(wait == null || wait.compareTo(asked) < 0 ? asked : wait);
  }

  private static boolean settle(
      DSLContext sql, UUID tenant, Work work, Verdict verdict, Instant due) {
    var status =
        switch (verdict) {
          case DELIVERED -> "DELIVERED";
          case AGAIN -> "PENDING";
          case GIVEN_UP -> "FAILED";
          case NOT_OURS -> throw new IllegalArgumentException("No verdict on others' work");
        };
    return sql.update(WEBHOOK_DELIVERY)
            .set(WEBHOOK_DELIVERY.STATUS, status)
            .set(WEBHOOK_DELIVERY.DUE_TIME, due)
            .set(WEBHOOK_DELIVERY.LEASE_TIME, (Instant) null)
            .where(WEBHOOK_DELIVERY.TENANT_ID.eq(tenant))
            .and(WEBHOOK_DELIVERY.ENDPOINT_ID.eq(work.endpoint()))
            .and(WEBHOOK_DELIVERY.ID.eq(work.id()))
            .and(WEBHOOK_DELIVERY.TRIES.eq(work.tries()))
            .and(WEBHOOK_DELIVERY.LEASE_TIME.eq(work.lease()))
            .execute()
        == 1;
  }

  private static WebhookAttemptRecord attempt(UUID tenant, Work work, Outcome outcome) {
    var row = new WebhookAttemptRecord();
    row.setTenantId(tenant);
    row.setEndpointId(work.endpoint());
    row.setDeliveryId(work.id());
    row.setAttemptTime(outcome.time());
    row.setDurationMs(Math.toIntExact(outcome.duration().toMillis()));
    row.setHttpStatus(outcome.status());
    row.setError(outcome.error());
    row.setAnswer(outcome.answer());
    return row;
  }

  /** A receiver that was down gets what waits for it now, not when each message is due again. */
  private static void recover(DSLContext sql, UUID tenant, Work work, Instant now) {
    if (work.failures() == 0) {
      return;
    }
    sql.update(WEBHOOK_ENDPOINT)
        .set(WEBHOOK_ENDPOINT.FAILURES, 0)
        .set(WEBHOOK_ENDPOINT.FAILING_SINCE, (Instant) null)
        .set(WEBHOOK_ENDPOINT.NOT_BEFORE, (Instant) null)
        .where(isEndpoint(tenant, work))
        .execute();
    if (work.failures() >= WAS_DOWN) {
      sql.update(WEBHOOK_DELIVERY)
          .set(WEBHOOK_DELIVERY.DUE_TIME, now)
          .where(WEBHOOK_DELIVERY.TENANT_ID.eq(tenant))
          .and(WEBHOOK_DELIVERY.ENDPOINT_ID.eq(work.endpoint()))
          .and(WEBHOOK_DELIVERY.STATUS.eq("PENDING"))
          .and(WEBHOOK_DELIVERY.DUE_TIME.gt(now))
          .execute();
    }
  }

  private static void fail(DSLContext sql, UUID tenant, Work work, Outcome outcome, Instant now) {
    var asked = outcome.retryAfter() == null ? Duration.ZERO : outcome.retryAfter();
    var rest = RetrySchedule.rest(work.failures() + 1);
    var back = now.plus(rest.compareTo(asked) < 0 ? asked : rest);
    var patienceBegan = now.minus(RetrySchedule.PATIENCE);
    var isHopeless = WEBHOOK_ENDPOINT.FAILING_SINCE.le(patienceBegan);
    var reason =
        outcome.isGone()
            ? "The receiver answered 410 Gone."
            : "It has taken nothing for %d days; the last attempt: %s"
                .formatted(RetrySchedule.PATIENCE.toDays(), outcome.error());
    var stops = outcome.isGone() ? DSL.trueCondition() : isHopeless;
    sql.update(WEBHOOK_ENDPOINT)
        .set(WEBHOOK_ENDPOINT.FAILURES, WEBHOOK_ENDPOINT.FAILURES.plus(1))
        .set(
            WEBHOOK_ENDPOINT.FAILING_SINCE,
            coalesce(WEBHOOK_ENDPOINT.FAILING_SINCE, val(outcome.time())))
        .set(WEBHOOK_ENDPOINT.NOT_BEFORE, greatest(WEBHOOK_ENDPOINT.NOT_BEFORE, val(back)))
        .set(
            WEBHOOK_ENDPOINT.STATE,
            when(stops, outcome.isGone() ? "GONE" : "PAUSED").otherwise(WEBHOOK_ENDPOINT.STATE))
        .set(
            WEBHOOK_ENDPOINT.STATE_REASON,
            when(stops, reason).otherwise(WEBHOOK_ENDPOINT.STATE_REASON))
        .set(
            WEBHOOK_ENDPOINT.NOTICE_DUE_TIME,
            when(stops.and(WEBHOOK_ENDPOINT.OWNER_EMAIL.ne("")), val(now)))
        .where(isEndpoint(tenant, work))
        .and(WEBHOOK_ENDPOINT.STATE.eq("ENABLED"))
        .execute();
  }

  private static Condition isEndpoint(UUID tenant, Work work) {
    return WEBHOOK_ENDPOINT.TENANT_ID.eq(tenant).and(WEBHOOK_ENDPOINT.ID.eq(work.endpoint()));
  }
}
