package org.supportcenter.mailer.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jooq.impl.DSL.val;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.compose.PlainMail;
import org.supportcenter.compose.ShippedTemplates;
import org.supportcenter.compose.TemplateException;
import org.supportcenter.mailer.database.MailerDatabase;
import org.supportcenter.mailer.mail.MailSettings;
import org.supportcenter.mailer.smtp.Answer;
import org.supportcenter.mailer.smtp.OutgoingMessage;
import org.supportcenter.mailer.smtp.SmtpServer;
import org.supportcenter.mailer.work.Unforeseen;

/**
 * Tells whoever is in charge of an endpoint that it has stopped. Such a mail is about no
 * appointment, so it is not in the ledger of mails: that one is owed is a time in the row of the
 * endpoint, cleared when the mail server has taken it or will not have it.
 */
final class OwnerNotices {

  private static final Logger log = LoggerFactory.getLogger(OwnerNotices.class);

  private static final Duration NEXT_TRY_AFTER = Duration.ofMinutes(5);

  private static final String OWING =
      "SELECT DISTINCT tenant_id FROM webhook_endpoint WHERE notice_due_time <= {0}";

  /** Leases what is owed: until the next try is due, nobody else sends it. */
  private static final String LEASE =
      """
      UPDATE webhook_endpoint SET notice_due_time = {1}
      WHERE tenant_id = {2} AND id IN (
        SELECT id FROM webhook_endpoint WHERE tenant_id = {2} AND notice_due_time <= {0}
        FOR NO KEY UPDATE SKIP LOCKED)
      RETURNING id, version, display_name, url, owner_email, owner_language, state, state_reason
      """;

  /** A stopped endpoint is not tried, so its last attempt is what stopped it. */
  private static final String STOPPED =
      "SELECT max(attempt_time) FROM webhook_attempt WHERE tenant_id = {0} AND endpoint_id = {1}";

  private static final String SETTLE =
      "UPDATE webhook_endpoint SET notice_due_time = NULL WHERE tenant_id = {0} AND id = {1}";

  private final MailerDatabase database;
  private final SmtpServer server;
  private final MailSettings settings;
  private final ShippedTemplates wordings;
  private final InstantSource clock;

  private record Notice(
      UUID id,
      int version,
      String displayName,
      String url,
      String ownerEmail,
      String ownerLanguage,
      String state,
      String reason) {}

  /**
   * Sends by that server.
   *
   * @param settings of mails, which these are like
   * @param wordings what they say
   */
  OwnerNotices(
      MailerDatabase database,
      SmtpServer server,
      MailSettings settings,
      ShippedTemplates wordings,
      InstantSource clock) {
    this.database = database;
    this.server = server;
    this.settings = settings;
    this.wordings = wordings;
    this.clock = clock;
  }

  /** Sends what is owed. */
  void send() {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    List<UUID> tenants =
        database.acrossTenants(
            WebhookBacklog.CHORE, sql -> sql.fetch(OWING, val(now)).into(UUID.class));
    for (var tenant : tenants) {
      List<Notice> owed =
          database.inTenant(
              tenant,
              sql ->
                  sql.fetch(LEASE, val(now), val(now.plus(NEXT_TRY_AFTER)), val(tenant))
                      .map(
                          row ->
                              new Notice(
                                  row.get("id", UUID.class),
                                  row.get("version", Integer.class),
                                  row.get("display_name", String.class),
                                  row.get("url", String.class),
                                  row.get("owner_email", String.class),
                                  row.get("owner_language", String.class),
                                  row.get("state", String.class),
                                  row.get("state_reason", String.class))));
      owed.forEach(notice -> sendKeepingNobodyWaiting(tenant, notice));
    }
  }

  private void sendKeepingNobodyWaiting(UUID tenant, Notice notice) {
    try {
      send(tenant, notice);
    } catch (RuntimeException unforeseen) {
      log.warn(
          "The owner of the stopped webhook {} is told later. {}",
          notice.id(),
          Unforeseen.sentence(unforeseen));
    }
  }

  private void send(UUID tenant, Notice notice) {
    var settled =
        switch (attempt(notice)) {
          case Answer.Accepted _ -> true;
          case Answer.Refused refused -> {
            log.warn(
                "The owner of the stopped webhook {} cannot be told: {}",
                notice.id(),
                refused.code());
            yield true;
          }
          case Answer.Deferred _, Answer.Unreachable _ -> isGivenUp(tenant, notice);
        };
    if (settled) {
      database.doInTenant(tenant, sql -> sql.execute(SETTLE, val(tenant), val(notice.id())));
    }
  }

  /** Attempts are forgotten with their deliveries, so one that has none stopped long ago. */
  private boolean isGivenUp(UUID tenant, Notice notice) {
    var stopped =
        database.inTenant(
            tenant,
            sql -> sql.fetchSingle(STOPPED, val(tenant), val(notice.id())).get(0, Instant.class));
    var isGivenUp = stopped == null || settings.isTooOld(stopped, clock.instant());
    if (isGivenUp) {
      log.warn("Telling the owner of the stopped webhook {} is given up", notice.id());
    }
    return isGivenUp;
  }

  private Answer attempt(Notice notice) {
    try (var line = server.connect()) {
      return line.send(message(notice), new InternetAddress(notice.ownerEmail(), true));
    } catch (MessagingException unusable) {
      return new Answer.Refused(0, String.valueOf(unusable.getMessage()), true);
    } catch (SmtpServer.UnreachableException later) {
      return new Answer.Unreachable(String.valueOf(later.getMessage()));
    }
  }

  /** The id is the same for every try of one stop; enabling the endpoint raises its version. */
  private OutgoingMessage message(Notice notice) throws MessagingException {
    var sender = settings.from();
    var domain = sender.substring(sender.indexOf('@') + 1);
    var id = "<webhook-stopped-%s-%d@%s>".formatted(notice.id(), notice.version(), domain);
    var message = new OutgoingMessage(id, settings.envelopeSender(sender));
    message.setFrom(new InternetAddress(sender, true));
    message.setRecipient(RecipientType.TO, new InternetAddress(notice.ownerEmail(), true));
    var words = words(notice);
    message.setSubject(words.subject(), UTF_8.name());
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setText(words.text(), UTF_8.name());
    message.saveChanges();
    return message;
  }

  /** Of the address only the host is told: its path may hold what nobody else should know. */
  private PlainMail words(Notice notice) throws MessagingException {
    var values =
        Map.<String, Object>of(
            "name", notice.displayName(),
            "host", URI.create(notice.url()).getHost(),
            "id", notice.id().toString(),
            "paused", notice.state().equals("PAUSED") ? notice.reason() : "",
            "gone", notice.state().equals("GONE") ? notice.reason() : "");
    try {
      return wordings.mail("WEBHOOK_STOPPED", notice.ownerLanguage(), values);
    } catch (TemplateException broken) {
      throw new MessagingException("The wording of WEBHOOK_STOPPED is broken", broken);
    }
  }
}
