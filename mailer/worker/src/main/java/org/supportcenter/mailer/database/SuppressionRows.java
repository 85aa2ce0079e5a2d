package org.supportcenter.mailer.database;

import static org.supportcenter.schema.jooq.Tables.SUPPRESSION;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Query;

/** Addresses that nothing is sent to any more. */
public final class SuppressionRows {

  private SuppressionRows() {}

  /**
   * Puts an address on the list, once it is executed; one that is there stays as it is.
   *
   * @param mail the mail that was refused or came back
   * @param answer what the mail server said
   */
  public static Query insert(
      DSLContext sql, UUID tenant, UUID mail, String address, String answer, Instant now) {
    return sql.insertInto(SUPPRESSION)
        .set(SUPPRESSION.TENANT_ID, tenant)
        .set(SUPPRESSION.ADDRESS, address.toLowerCase(Locale.ROOT))
        .set(SUPPRESSION.NOTIFICATION_ID, mail)
        .set(SUPPRESSION.ANSWER, answer)
        .set(SUPPRESSION.CREATE_TIME, now)
        .onConflictDoNothing();
  }
}
