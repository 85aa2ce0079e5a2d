package org.supportcenter.store.notification;

import static java.util.Objects.requireNonNullElse;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.selectOne;
import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.NOTIFICATION;
import static org.supportcenter.schema.jooq.Tables.NOTIFICATION_ATTEMPT;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.notification.Notice;
import org.supportcenter.domain.notification.NotificationStatus;
import org.supportcenter.domain.notification.Recipient;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/** The mails of a tenant. */
public final class NotificationStore {

  private static final Sorting SORTING =
      Sorting.endingWith(NOTIFICATION.ID, "dueTime desc")
          .by("dueTime", NOTIFICATION.DUE_TIME)
          .by("createTime", NOTIFICATION.CREATE_TIME);

  private static final List<String> UNSENT =
      List.of(
          NotificationStatus.FAILED.name(),
          NotificationStatus.BOUNCED.name(),
          NotificationStatus.SKIPPED.name(),
          NotificationStatus.SUPPRESSED.name(),
          NotificationStatus.PENDING.name());

  /**
   * Which mails to list.
   *
   * @param statuses only these; empty: all
   * @param kinds only these; empty: all
   * @param appointment only those about this one; null: all
   * @param recipient only those to this customer or technician; null: all
   * @param address only those that went to this address; empty: all
   */
  public record Filter(
      Set<NotificationStatus> statuses,
      Set<Notice.Kind> kinds,
      @Nullable UUID appointment,
      @Nullable UUID recipient,
      String address) {

    public Filter {
      statuses = Set.copyOf(statuses);
      kinds = Set.copyOf(kinds);
    }

    private Condition condition() {
      return in(NOTIFICATION.STATUS, statuses)
          .and(in(NOTIFICATION.KIND, kinds))
          .and(appointment == null ? noCondition() : NOTIFICATION.APPOINTMENT_ID.eq(appointment))
          .and(recipient == null ? noCondition() : NOTIFICATION.RECIPIENT_ID.eq(recipient))
          .and(
              address.isEmpty()
                  ? noCondition()
                  : lower(NOTIFICATION.ADDRESS).eq(address.toLowerCase(Locale.ROOT)));
    }

    private static Condition in(org.jooq.Field<String> column, Set<? extends Enum<?>> values) {
      var names = values.stream().map(Enum::name).sorted().toList();
      return names.isEmpty() ? noCondition() : column.in(names);
    }
  }

  /** A page of mails with their attempts, in two statements. */
  public Page<StoredNotification> list(Tx tx, Filter filter, PageQuery query) {
    var page =
        SORTING.page(
            tx.sql(),
            NOTIFICATION,
            List.of(NOTIFICATION.fields()),
            NOTIFICATION.TENANT_ID.eq(CurrentTenant.ID).and(filter.condition()),
            query,
            NotificationStore::read);
    var attempts = attempts(tx, page.entries());
    return page.map(mail -> mail.with(attempts.getOrDefault(mail.id(), List.of())));
  }

  /** The mail, or null when there is none. */
  public @Nullable StoredNotification find(Tx tx, UUID id) {
    var found =
        tx.sql()
            .selectFrom(NOTIFICATION)
            .where(NOTIFICATION.TENANT_ID.eq(CurrentTenant.ID))
            .and(NOTIFICATION.ID.eq(id))
            .fetchOne(NotificationStore::read);
    return found == null
        ? null
        : found.with(attempts(tx, List.of(found)).getOrDefault(id, List.of()));
  }

  /**
   * Puts an unsent mail on its way once more, unless its appointment has changed since or it is
   * being sent just now.
   *
   * @return whether that was done
   */
  public boolean retry(Tx tx, UUID id, Instant now) {
    var isUnderWay = NOTIFICATION.LEASE.isNotNull().and(NOTIFICATION.NOT_BEFORE.gt(now));
    return requeue(
            tx, NOTIFICATION.ID.eq(id).and(NOTIFICATION.STATUS.in(UNSENT)).andNot(isUnderWay), now)
        == 1;
  }

  /**
   * Puts all failed mails on their way once more, except those whose appointment has changed since.
   *
   * @return how many
   */
  public int retryFailed(Tx tx, Instant now) {
    // Written out, so that a plan for any parameters can use the index of failed mails.
    return requeue(tx, NOTIFICATION.STATUS.eq(inline(NotificationStatus.FAILED.name())), now);
  }

  /** Due now and not before, so that neither age nor lateness stands in the way. */
  private static int requeue(Tx tx, Condition which, Instant now) {
    return tx.sql()
        .update(NOTIFICATION)
        .set(NOTIFICATION.STATUS, NotificationStatus.PENDING.name())
        .set(NOTIFICATION.DUE_TIME, now)
        .setNull(NOTIFICATION.NOT_BEFORE)
        .setNull(NOTIFICATION.LEASE)
        .setNull(NOTIFICATION.END_TIME)
        .setNull(NOTIFICATION.REASON)
        .where(NOTIFICATION.TENANT_ID.eq(CurrentTenant.ID))
        .and(which)
        .and(
            exists(
                selectOne()
                    .from(APPOINTMENT)
                    .where(APPOINTMENT.TENANT_ID.eq(NOTIFICATION.TENANT_ID))
                    .and(APPOINTMENT.ID.eq(NOTIFICATION.APPOINTMENT_ID))
                    .and(APPOINTMENT.VERSION.eq(NOTIFICATION.APPOINTMENT_VERSION))))
        .execute();
  }

  private static Map<UUID, List<Attempt>> attempts(Tx tx, List<StoredNotification> of) {
    if (of.isEmpty()) {
      return Map.of();
    }
    return tx.sql()
        .selectFrom(NOTIFICATION_ATTEMPT)
        .where(NOTIFICATION_ATTEMPT.TENANT_ID.eq(CurrentTenant.ID))
        .and(
            NOTIFICATION_ATTEMPT.NOTIFICATION_ID.in(
                of.stream().map(StoredNotification::id).toList()))
        .orderBy(NOTIFICATION_ATTEMPT.NUMBER)
        .fetchGroups(
            NOTIFICATION_ATTEMPT.NOTIFICATION_ID,
            row ->
                new Attempt(
                    row.getNumber(),
                    row.getStartTime(),
                    row.getEndTime(),
                    Attempt.Outcome.valueOf(row.getOutcome()),
                    row.getCode(),
                    row.getAnswer()));
  }

  private static StoredNotification read(Record row) {
    var due = row.get(NOTIFICATION.DUE_TIME);
    return new StoredNotification(
        row.get(NOTIFICATION.ID),
        row.get(NOTIFICATION.APPOINTMENT_ID),
        row.get(NOTIFICATION.APPOINTMENT_VERSION),
        Notice.Kind.valueOf(row.get(NOTIFICATION.KIND)),
        new Recipient(
            Recipient.Kind.valueOf(row.get(NOTIFICATION.RECIPIENT)),
            row.get(NOTIFICATION.RECIPIENT_ID)),
        requireNonNullElse(row.get(NOTIFICATION.ADDRESS), ""),
        requireNonNullElse(row.get(NOTIFICATION.MESSAGE_ID), ""),
        NotificationStatus.valueOf(row.get(NOTIFICATION.STATUS)),
        requireNonNullElse(row.get(NOTIFICATION.REASON), ""),
        due,
        requireNonNullElse(row.get(NOTIFICATION.NOT_BEFORE), due),
        row.get(NOTIFICATION.END_TIME),
        row.get(NOTIFICATION.ATTEMPTS),
        List.of(),
        row.get(NOTIFICATION.CREATE_TIME));
  }
}
