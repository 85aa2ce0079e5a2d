package org.supportcenter.store.notification;

import static org.supportcenter.schema.jooq.Tables.CUSTOMER;
import static org.supportcenter.schema.jooq.Tables.MAIL_LINK_KEY;
import static org.supportcenter.schema.jooq.Tables.TENANT;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;

/** Stopping a customer's reminders from a link in one. */
public final class ReminderStops {

  /** What the tenant's links are signed with; null if it never sent any. */
  public byte @Nullable [] key(Tx tx) {
    return tx.sql()
        .select(MAIL_LINK_KEY.SECRET)
        .from(MAIL_LINK_KEY)
        .where(MAIL_LINK_KEY.TENANT_ID.eq(CurrentTenant.ID))
        .fetchOne(MAIL_LINK_KEY.SECRET);
  }

  /**
   * Stops them; stopping them again changes nothing.
   *
   * @return whether there is such a customer
   */
  public boolean stop(Tx tx, UUID customer, Instant now) {
    var isCustomer = CUSTOMER.TENANT_ID.eq(CurrentTenant.ID).and(CUSTOMER.ID.eq(customer));
    tx.sql()
        .update(CUSTOMER)
        .set(CUSTOMER.REMINDERS_OPT_OUT, true)
        .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(1))
        .set(CUSTOMER.UPDATE_TIME, now)
        .where(isCustomer)
        .andNot(CUSTOMER.REMINDERS_OPT_OUT)
        .execute();
    return tx.sql().fetchExists(CUSTOMER, isCustomer);
  }

  /** What people know the tenant as. */
  public String organisation(Tx tx) {
    return tx.sql()
        .select(TENANT.DISPLAY_NAME)
        .from(TENANT)
        .where(TENANT.TENANT_ID.eq(CurrentTenant.ID))
        .fetchSingle(TENANT.DISPLAY_NAME);
  }
}
