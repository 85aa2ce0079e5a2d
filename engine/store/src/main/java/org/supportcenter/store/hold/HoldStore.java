package org.supportcenter.store.hold;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.hold.Hold;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.time.Span;
import org.supportcenter.schema.jooq.tables.records.AppointmentRecord;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;

/** The holds of a tenant. An expired one is as good as none, though its row may still be there. */
public final class HoldStore {

  /** The status of their rows, which no appointment has. */
  static final String HELD = "HELD";

  /** How many expired holds a new one clears away, so that they do not pile up. */
  private static final int CLEARED_AT_ONCE = 100;

  /** Rows of appointments, and not of holds. */
  public static final Condition IS_NONE = APPOINTMENT.STATUS.ne(inline(HELD));

  /**
   * Makes sure that one more may be made. The caller has the tenant's lock for holds.
   *
   * @throws RefusedException if caller or tenant have enough
   */
  public void checkLimits(Tx tx, Author author, Instant now) {
    var ofCaller = APPOINTMENT.CREATOR.eq(author.actor());
    var firstExpiry = min(APPOINTMENT.HOLD_EXPIRE_TIME);
    var held =
        tx.sql()
            .select(
                count().filterWhere(ofCaller),
                firstExpiry.filterWhere(ofCaller),
                count(),
                firstExpiry)
            .from(APPOINTMENT)
            .where(isHeld())
            .and(APPOINTMENT.HOLD_EXPIRE_TIME.gt(now))
            .fetchSingle();
    if (held.value1() >= Hold.MOST_OF_CALLER) {
      throw full(true, Hold.MOST_OF_CALLER, now, held.value2());
    }
    if (held.value3() >= Hold.MOST_OF_TENANT) {
      throw full(false, Hold.MOST_OF_TENANT, now, held.value4());
    }
  }

  private static RefusedException full(
      boolean ofCaller, int limit, Instant now, Instant firstExpiry) {
    return new Refusal.HoldLimitReached(ofCaller, limit, Duration.between(now, firstExpiry))
        .asException();
  }

  /** Stores a hold, and forgets some that expired, wherever nobody else is about to. */
  public void create(Tx tx, Hold hold, Author author, Instant now) {
    tx.sql()
        .deleteFrom(APPOINTMENT)
        .where(isHeld())
        .and(
            APPOINTMENT.ID.in(
                select(APPOINTMENT.ID)
                    .from(APPOINTMENT)
                    .where(isHeld())
                    .and(APPOINTMENT.HOLD_EXPIRE_TIME.le(now))
                    .limit(CLEARED_AT_ONCE)
                    .forUpdate()
                    .skipLocked()))
        .execute();
    tx.sql()
        .insertInto(APPOINTMENT)
        .set(row(hold, author, now))
        .set(APPOINTMENT.TENANT_ID, CurrentTenant.ID)
        .execute();
  }

  /** A hold of the caller's, or null when there is none that has not expired. */
  public @Nullable Hold find(Tx tx, UUID id, Author author, Instant now) {
    return tx.sql().selectFrom(APPOINTMENT).where(isOwn(id, author, now)).fetchOne(HoldStore::read);
  }

  /** Lets go of a hold of the caller's; null when there is none that has not expired. */
  public @Nullable Hold release(Tx tx, UUID id, Author author, Instant now) {
    return tx.sql()
        .deleteFrom(APPOINTMENT)
        .where(isOwn(id, author, now))
        .returning()
        .fetchOne(HoldStore::read);
  }

  /** Deletes holds that have expired, under the locks of their technicians. */
  public static void deleteExpired(Tx tx, Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      tx.sql().deleteFrom(APPOINTMENT).where(isHeld()).and(APPOINTMENT.ID.in(ids)).execute();
    }
  }

  /** Deletes all holds that meet the condition: those of somebody who is deleted. */
  public static void deleteAll(Tx tx, Condition whose) {
    tx.sql().deleteFrom(APPOINTMENT).where(isHeld()).and(whose).execute();
  }

  private static Condition isHeld() {
    return APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID).and(APPOINTMENT.STATUS.eq(inline(HELD)));
  }

  private static Condition isOwn(UUID id, Author author, Instant now) {
    return isHeld()
        .and(APPOINTMENT.ID.eq(id))
        .and(APPOINTMENT.CREATOR.eq(author.actor()))
        .and(APPOINTMENT.HOLD_EXPIRE_TIME.gt(now));
  }

  private static Hold read(AppointmentRecord row) {
    return new Hold(
        row.getId(),
        row.getTechnicianId(),
        row.getCustomerId(),
        new Span(row.getStartTime(), row.getEndTime()),
        Duration.ofSeconds(row.getBufferBeforeSeconds()),
        Duration.ofSeconds(row.getBufferAfterSeconds()),
        ZoneId.of(row.getTimeZone()),
        row.getHoldExpireTime());
  }

  private static AppointmentRecord row(Hold hold, Author author, Instant now) {
    var occupied = hold.span().widen(hold.bufferBefore(), hold.bufferAfter());
    var row = new AppointmentRecord();
    row.setId(hold.id());
    row.setStatus(HELD);
    row.setHolds(true);
    row.setHoldExpireTime(hold.expireTime());
    row.setTechnicianId(hold.technicianId());
    row.setCustomerId(hold.customerId());
    row.setStartTime(hold.span().start());
    row.setEndTime(hold.span().end());
    row.setBufferBeforeSeconds(Math.toIntExact(hold.bufferBefore().toSeconds()));
    row.setBufferAfterSeconds(Math.toIntExact(hold.bufferAfter().toSeconds()));
    row.setOccupiedStart(occupied.start());
    row.setOccupiedEnd(occupied.end());
    row.setBufferWaived(false);
    row.setRequiredSkills(new String[0]);
    row.setDescription("");
    row.setPriority(Priority.NORMAL.name());
    row.setCreatedVia(author.source().name());
    row.setCreator(author.actor());
    row.setTimeZone(hold.timeZone().getId());
    row.setWaivedReasons(new String[0]);
    row.setWaiveJustifications(new String[0]);
    row.setWaivedBy(new String[0]);
    row.setWaiveTimes(new OffsetDateTime[0]);
    row.setVersion(1);
    row.setCreateTime(now);
    row.setUpdateTime(now);
    return row;
  }
}
