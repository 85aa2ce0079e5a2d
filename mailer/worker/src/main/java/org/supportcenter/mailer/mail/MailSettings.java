package org.supportcenter.mailer.mail;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.supportcenter.mailer.smtp.ServerUrl;

/**
 * How mails are sent.
 *
 * @param server the mail server
 * @param from sender address where a tenant has none of its own
 * @param bounceAddress where mails that cannot be delivered return to; null: to the sender
 * @param publicUrl where people reach the gateway, for links in mails
 * @param maximumLateness how late a reminder may be where a tenant has set nothing
 * @param giveUpAfter how long a mail is tried, whatever the failure
 * @param connections how many mails are sent at a time
 * @param perSecond how many mails a second go to one domain from this process
 * @param languages a directory with wordings in more languages; null: none
 */
public record MailSettings(
    ServerUrl server,
    String from,
    @Nullable String bounceAddress,
    String publicUrl,
    Duration maximumLateness,
    Duration giveUpAfter,
    int connections,
    int perSecond,
    @Nullable Path languages) {

  /** Enough for hundreds of mails a second; each is a connection to the mail server. */
  public static final int DEFAULT_CONNECTIONS = 4;

  /** More than any mail server takes from one client. */
  public static final int MOST_CONNECTIONS = 1_000;

  /** As much as large providers take from one sender. */
  public static final int DEFAULT_PER_SECOND = 100;

  /** Five days, as RFC 5321 (4.5.4.1) has mail servers try: long weekends lose nothing. */
  public static final int DEFAULT_GIVE_UP_HOURS = 5 * 24;

  /**
   * Whether a mail has been owed for so long that the next failure ends it.
   *
   * @param due since when it is owed
   */
  public boolean isTooOld(Instant due, Instant now) {
    return Duration.between(due, now).compareTo(giveUpAfter) > 0;
  }

  /**
   * What is told to mail servers, and where a mail returns to that cannot be delivered.
   *
   * @param sender whom the mail itself says it is from
   */
  public String envelopeSender(String sender) {
    return bounceAddress == null ? sender : bounceAddress;
  }

  /** Where reminders can be stopped; the gateway answers there. */
  String unsubscribeUrl(String token) {
    return "%s/unsubscribe/%s".formatted(publicUrl, token);
  }
}
