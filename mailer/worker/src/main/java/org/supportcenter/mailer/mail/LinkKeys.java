package org.supportcenter.mailer.mail;

import static org.supportcenter.schema.jooq.Tables.MAIL_LINK_KEY;

import java.security.SecureRandom;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.supportcenter.compose.UnsubscribeToken;

/** What links in mails are signed with: one key per tenant, made when it is first needed. */
final class LinkKeys {

  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();

  /** A token with which this customer's reminders can be stopped. */
  String token(DSLContext sql, UUID tenant, UUID customer) {
    var secret = find(sql, tenant);
    if (secret == null) {
      var fresh = new byte[BYTES];
      random.nextBytes(fresh);
      sql.insertInto(MAIL_LINK_KEY)
          .set(MAIL_LINK_KEY.TENANT_ID, tenant)
          .set(MAIL_LINK_KEY.SECRET, fresh)
          .onConflictDoNothing()
          .execute();
      // Another process may have been quicker.
      secret = find(sql, tenant);
    }
    if (secret == null) {
      throw new IllegalStateException("The link key of a tenant is gone again");
    }
    return UnsubscribeToken.sign(tenant, customer, secret).text();
  }

  private static byte @Nullable [] find(DSLContext sql, UUID tenant) {
    return sql.select(MAIL_LINK_KEY.SECRET)
        .from(MAIL_LINK_KEY)
        .where(MAIL_LINK_KEY.TENANT_ID.eq(tenant))
        .fetchOne(MAIL_LINK_KEY.SECRET);
  }
}
