package org.supportcenter.store.webhook;

import static org.jooq.impl.DSL.noCondition;
import static org.supportcenter.schema.jooq.Tables.WEBHOOK_ATTEMPT;
import static org.supportcenter.schema.jooq.Tables.WEBHOOK_DELIVERY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.webhook.DeliveryStatus;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/** What was or is to be sent to webhook endpoints. It is the mailer that sends. */
public final class WebhookDeliveryStore {

  private static final Sorting SORTING =
      Sorting.endingWith(WEBHOOK_DELIVERY.ID, "sequence desc")
          .by("sequence", WEBHOOK_DELIVERY.SEQUENCE);

  private static final List<String> FINISHED =
      List.of(DeliveryStatus.DELIVERED.name(), DeliveryStatus.FAILED.name());

  /**
   * Which deliveries of an endpoint to list.
   *
   * @param statuses only these; empty: all
   * @param resource only those about this one; null: all
   */
  public record Filter(Set<DeliveryStatus> statuses, @Nullable UUID resource) {

    public Filter {
      statuses = Set.copyOf(statuses);
    }

    private Condition condition() {
      var names = statuses.stream().sorted().map(DeliveryStatus::name).toList();
      return (names.isEmpty() ? noCondition() : WEBHOOK_DELIVERY.STATUS.in(names))
          .and(resource == null ? noCondition() : WEBHOOK_DELIVERY.RESOURCE_ID.eq(resource));
    }
  }

  /** A page of deliveries, in two statements. */
  public Page<Delivery> list(Tx tx, UUID endpoint, Filter filter, PageQuery query) {
    var page =
        SORTING.page(
            tx.sql(),
            WEBHOOK_DELIVERY,
            List.of(WEBHOOK_DELIVERY.fields()),
            isOf(endpoint).and(filter.condition()),
            query,
            WebhookDeliveryStore::read);
    var attempts = attempts(tx, endpoint, page.entries());
    return page.map(delivery -> delivery.with(attempts.getOrDefault(delivery.id(), List.of())));
  }

  /** The delivery, or null when there is none. */
  public @Nullable Delivery find(Tx tx, UUID endpoint, UUID id) {
    var found =
        tx.sql()
            .selectFrom(WEBHOOK_DELIVERY)
            .where(isOf(endpoint))
            .and(WEBHOOK_DELIVERY.ID.eq(id))
            .fetchOne(WebhookDeliveryStore::read);
    return found == null
        ? null
        : found.with(attempts(tx, endpoint, List.of(found)).getOrDefault(id, List.of()));
  }

  /** Puts a delivery on its way once more; one that is being sent at this moment stays as it is. */
  public void redeliver(Tx tx, UUID endpoint, UUID id, Instant now) {
    requeue(
        tx,
        endpoint,
        WEBHOOK_DELIVERY.ID.eq(id).and(WEBHOOK_DELIVERY.STATUS.in(FINISHED).or(isWaiting(now))),
        now);
  }

  /**
   * Puts everything that is finished on its way once more, from a number on.
   *
   * @return how many
   */
  public int replay(Tx tx, UUID endpoint, int fromSequence, Instant now) {
    return requeue(
        tx,
        endpoint,
        WEBHOOK_DELIVERY.SEQUENCE.ge(fromSequence).and(WEBHOOK_DELIVERY.STATUS.in(FINISHED)),
        now);
  }

  /** Pending, and nobody is at it. */
  static Condition isWaiting(Instant now) {
    return WEBHOOK_DELIVERY
        .STATUS
        .eq(DeliveryStatus.PENDING.name())
        .and(WEBHOOK_DELIVERY.LEASE_TIME.isNull().or(WEBHOOK_DELIVERY.LEASE_TIME.le(now)));
  }

  private static int requeue(Tx tx, UUID endpoint, Condition which, Instant now) {
    return tx.sql()
        .update(WEBHOOK_DELIVERY)
        .set(WEBHOOK_DELIVERY.STATUS, DeliveryStatus.PENDING.name())
        .set(WEBHOOK_DELIVERY.TRIES, 0)
        .set(WEBHOOK_DELIVERY.DUE_TIME, now)
        .where(isOf(endpoint))
        .and(which)
        .execute();
  }

  private static Map<UUID, List<Attempt>> attempts(Tx tx, UUID endpoint, List<Delivery> of) {
    if (of.isEmpty()) {
      return Map.of();
    }
    return tx.sql()
        .selectFrom(WEBHOOK_ATTEMPT)
        .where(WEBHOOK_ATTEMPT.TENANT_ID.eq(CurrentTenant.ID))
        .and(WEBHOOK_ATTEMPT.ENDPOINT_ID.eq(endpoint))
        .and(WEBHOOK_ATTEMPT.DELIVERY_ID.in(of.stream().map(Delivery::id).toList()))
        .orderBy(WEBHOOK_ATTEMPT.ATTEMPT_TIME, WEBHOOK_ATTEMPT.ID)
        .fetchGroups(
            WEBHOOK_ATTEMPT.DELIVERY_ID,
            row ->
                new Attempt(
                    row.getAttemptTime(),
                    Duration.ofMillis(row.getDurationMs()),
                    row.getHttpStatus(),
                    row.getError(),
                    row.getAnswer()));
  }

  private static Condition isOf(UUID endpoint) {
    return WEBHOOK_DELIVERY
        .TENANT_ID
        .eq(CurrentTenant.ID)
        .and(WEBHOOK_DELIVERY.ENDPOINT_ID.eq(endpoint));
  }

  private static Delivery read(Record row) {
    var resource =
        new Delivery.Resource(
            Delivery.Kind.valueOf(row.get(WEBHOOK_DELIVERY.RESOURCE_TYPE)),
            row.get(WEBHOOK_DELIVERY.RESOURCE_ID),
            row.get(WEBHOOK_DELIVERY.VERSION));
    return new Delivery(
        row.get(WEBHOOK_DELIVERY.ENDPOINT_ID),
        row.get(WEBHOOK_DELIVERY.ID),
        row.get(WEBHOOK_DELIVERY.SEQUENCE),
        resource,
        row.get(WEBHOOK_DELIVERY.EVENT_TYPE),
        row.get(WEBHOOK_DELIVERY.EVENT_TIME),
        DeliveryStatus.valueOf(row.get(WEBHOOK_DELIVERY.STATUS)),
        row.get(WEBHOOK_DELIVERY.DUE_TIME),
        row.get(WEBHOOK_DELIVERY.CREATE_TIME),
        List.of());
  }
}
