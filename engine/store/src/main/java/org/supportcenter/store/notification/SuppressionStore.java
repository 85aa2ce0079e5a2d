package org.supportcenter.store.notification;

import static org.supportcenter.schema.jooq.Tables.SUPPRESSION;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/** Addresses that mail came back from. */
public final class SuppressionStore {

  private static final Sorting SORTING =
      Sorting.endingWith(SUPPRESSION.ADDRESS, "address").by("address", SUPPRESSION.ADDRESS);

  /**
   * An address.
   *
   * @param address in lower case
   * @param notification the mail that came back; null if unknown
   * @param answer what the mail server said
   */
  public record Suppressed(
      String address, @Nullable UUID notification, String answer, Instant created) {}

  /** A page of addresses. */
  public Page<Suppressed> list(Tx tx, PageQuery query) {
    return SORTING.page(
        tx.sql(),
        SUPPRESSION,
        List.of(SUPPRESSION.fields()),
        SUPPRESSION.TENANT_ID.eq(CurrentTenant.ID),
        query,
        row ->
            new Suppressed(
                row.get(SUPPRESSION.ADDRESS),
                row.get(SUPPRESSION.NOTIFICATION_ID),
                row.get(SUPPRESSION.ANSWER),
                row.get(SUPPRESSION.CREATE_TIME)));
  }

  /**
   * Lets mail be sent to the address again.
   *
   * @return whether it was on the list
   */
  public boolean delete(Tx tx, String address) {
    return tx.sql()
            .deleteFrom(SUPPRESSION)
            .where(SUPPRESSION.TENANT_ID.eq(CurrentTenant.ID))
            .and(SUPPRESSION.ADDRESS.eq(address.toLowerCase(Locale.ROOT)))
            .execute()
        == 1;
  }
}
