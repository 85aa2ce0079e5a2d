package org.supportcenter.store.notification;

import static org.supportcenter.schema.jooq.Tables.NOTIFICATION_TEMPLATE;

import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.notification.Notice;
import org.supportcenter.domain.notification.Recipient;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.schema.jooq.tables.records.NotificationTemplateRecord;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Tx;

/** What a tenant has made of the shipped mails: every revision is kept, the newest holds. */
public final class TemplateStore {

  private static final int MOST_REVISIONS = 100;

  /** Which template. */
  public record TemplateKey(Notice.Kind kind, Recipient.Kind audience, String language) {}

  /** What it says. */
  public record Texts(String subject, String text, String html) {}

  /**
   * A revision.
   *
   * @param number from 1
   * @param texts null: what is shipped
   */
  public record Revision(
      TemplateKey key, int number, @Nullable Texts texts, String author, Instant created) {}

  /** The newest revision of every template that has one. */
  public List<Revision> newest(Tx tx) {
    return tx.sql()
        .select(NOTIFICATION_TEMPLATE.fields())
        .distinctOn(
            NOTIFICATION_TEMPLATE.KIND,
            NOTIFICATION_TEMPLATE.RECIPIENT,
            NOTIFICATION_TEMPLATE.LANGUAGE)
        .from(NOTIFICATION_TEMPLATE)
        .where(NOTIFICATION_TEMPLATE.TENANT_ID.eq(CurrentTenant.ID))
        .orderBy(
            NOTIFICATION_TEMPLATE.KIND,
            NOTIFICATION_TEMPLATE.RECIPIENT,
            NOTIFICATION_TEMPLATE.LANGUAGE,
            NOTIFICATION_TEMPLATE.REVISION.desc())
        .fetchInto(NOTIFICATION_TEMPLATE)
        .map(TemplateStore::read);
  }

  /** The revisions of one template, the newest first. */
  public List<Revision> revisions(Tx tx, TemplateKey key) {
    return tx.sql()
        .selectFrom(NOTIFICATION_TEMPLATE)
        .where(is(key))
        .orderBy(NOTIFICATION_TEMPLATE.REVISION.desc())
        .limit(MOST_REVISIONS)
        .fetch(TemplateStore::read);
  }

  /** The newest revision, or null if there is none. */
  public @Nullable Revision find(Tx tx, TemplateKey key) {
    return tx.sql()
        .selectFrom(NOTIFICATION_TEMPLATE)
        .where(is(key))
        .orderBy(NOTIFICATION_TEMPLATE.REVISION.desc())
        .limit(1)
        .fetchOne(TemplateStore::read);
  }

  /**
   * Adds a revision.
   *
   * @throws org.supportcenter.domain.refusal.RefusedException if another transaction has taken its
   *     number meanwhile
   */
  public void append(Tx tx, Revision revision) {
    var texts = revision.texts();
    var row = new NotificationTemplateRecord();
    row.setKind(revision.key().kind().name());
    row.setRecipient(revision.key().audience().name());
    row.setLanguage(revision.key().language());
    row.setRevision(revision.number());
    if (texts != null) {
      row.setSubject(texts.subject());
      row.setBodyText(texts.text());
      row.setBodyHtml(texts.html());
    }
    row.setAuthor(revision.author());
    row.setCreateTime(revision.created());
    var added =
        tx.sql()
            .insertInto(NOTIFICATION_TEMPLATE)
            .set(row)
            .set(NOTIFICATION_TEMPLATE.TENANT_ID, CurrentTenant.ID)
            .onConflictDoNothing()
            .execute();
    if (added == 0) {
      throw new Refusal.ConcurrentChange().asException();
    }
  }

  private static Condition is(TemplateKey key) {
    return NOTIFICATION_TEMPLATE
        .TENANT_ID
        .eq(CurrentTenant.ID)
        .and(NOTIFICATION_TEMPLATE.KIND.eq(key.kind().name()))
        .and(NOTIFICATION_TEMPLATE.RECIPIENT.eq(key.audience().name()))
        .and(NOTIFICATION_TEMPLATE.LANGUAGE.eq(key.language()));
  }

  private static Revision read(NotificationTemplateRecord row) {
    return new Revision(
        new TemplateKey(
            Notice.Kind.valueOf(row.getKind()),
            Recipient.Kind.valueOf(row.getRecipient()),
            row.getLanguage()),
        row.getRevision(),
        row.getSubject() == null
            ? null
            : new Texts(row.getSubject(), row.getBodyText(), row.getBodyHtml()),
        row.getAuthor(),
        row.getCreateTime());
  }
}
