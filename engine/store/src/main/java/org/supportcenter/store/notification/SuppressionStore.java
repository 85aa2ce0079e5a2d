package org.supportcenter.store.notification;

import static org.supportcenter.schema.jooq.Tables.SUPPRESSION;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;

/** Addresses that mail came back from. */
public final class SuppressionStore {

  /**
   * An address.
   *
   * @param address in lower case
   * @param notification the mail that came back; null if unknown
   * @param answer what the mail server said
   */
  public record Suppressed(
      String address, @Nullable UUID notification, String answer, Instant created) {}

  /**
   * Addresses in their order.
   *
   * @param after the last one seen; empty to begin with the first
   */
  public List<Suppressed> list(Tx tx, String after, int most) {
    return tx.sql()
        .selectFrom(SUPPRESSION)
        .where(SUPPRESSION.TENANT_ID.eq(CurrentTenant.ID))
        .and(SUPPRESSION.ADDRESS.gt(after))
        .orderBy(SUPPRESSION.ADDRESS)
        .limit(most)
        .fetch(
            row ->
                new Suppressed(
                    row.getAddress(),
                    row.getNotificationId(),
                    row.getAnswer(),
                    row.getCreateTime()));
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
