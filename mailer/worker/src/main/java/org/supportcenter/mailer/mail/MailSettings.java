package org.supportcenter.mailer.mail;

import java.nio.file.Path;
import java.time.Duration;
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
 * @param giveUpAfter how long a mail is tried
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

  /** Two days: a weekend without a mail server loses nothing. */
  public static final int DEFAULT_GIVE_UP_HOURS = 48;

  /** Where reminders can be stopped; the gateway answers there. */
  String unsubscribeUrl(String token) {
    return "%s/unsubscribe/%s".formatted(publicUrl, token);
  }
}
