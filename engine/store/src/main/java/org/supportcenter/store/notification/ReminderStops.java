package org.supportcenter.store.notification;

import static org.supportcenter.schema.jooq.Tables.CUSTOMER;
import static org.supportcenter.schema.jooq.Tables.MAIL_LINK_KEY;
import static org.supportcenter.schema.jooq.Tables.NOTIFICATION_SETTINGS;
import static org.supportcenter.schema.jooq.Tables.TENANT;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;

/** Stopping a customer's reminders from a link in one. */
public final class ReminderStops {

  /**
   * Who opens the link, and who sends reminders to them.
   *
   * @param language tag; empty: unknown
   * @param organisation what people know the tenant as
   * @param organisationLanguage tag; empty: unknown
   */
  public record Reader(String language, String organisation, String organisationLanguage) {}

  /** What the tenant's links are signed with; null if it never sent any. */
  public byte @Nullable [] key(Tx tx) {
    return tx.sql()
        .select(MAIL_LINK_KEY.SECRET)
        .from(MAIL_LINK_KEY)
        .where(MAIL_LINK_KEY.TENANT_ID.eq(CurrentTenant.ID))
        .fetchOne(MAIL_LINK_KEY.SECRET);
  }

  /** The customer as a reader; null if there is none. */
  public @Nullable Reader reader(Tx tx, UUID customer) {
    return tx.sql()
        .select(CUSTOMER.LANGUAGE, TENANT.DISPLAY_NAME, NOTIFICATION_SETTINGS.LANGUAGE)
        .from(CUSTOMER)
        .join(TENANT)
        .on(TENANT.TENANT_ID.eq(CUSTOMER.TENANT_ID))
        .leftJoin(NOTIFICATION_SETTINGS)
        .on(NOTIFICATION_SETTINGS.TENANT_ID.eq(CUSTOMER.TENANT_ID))
        .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.ID))
        .and(CUSTOMER.ID.eq(customer))
        .fetchOne(row -> new Reader(given(row.value1()), row.value2(), given(row.value3())));
  }

  /** Stops them; stopping them again changes nothing. */
  public void stop(Tx tx, UUID customer, Instant now) {
    tx.sql()
        .update(CUSTOMER)
        .set(CUSTOMER.REMINDERS_OPT_OUT, true)
        .set(CUSTOMER.VERSION, CUSTOMER.VERSION.plus(1))
        .set(CUSTOMER.UPDATE_TIME, now)
        .where(CUSTOMER.TENANT_ID.eq(CurrentTenant.ID))
        .and(CUSTOMER.ID.eq(customer))
        .andNot(CUSTOMER.REMINDERS_OPT_OUT)
        .execute();
  }

  /** What people know the tenant as. */
  public String organisation(Tx tx) {
    return tx.sql()
        .select(TENANT.DISPLAY_NAME)
        .from(TENANT)
        .where(TENANT.TENANT_ID.eq(CurrentTenant.ID))
        .fetchSingle(TENANT.DISPLAY_NAME);
  }

  private static String given(@Nullable String language) {
    return Objects.requireNonNullElse(language, "");
  }
}
