package org.supportcenter.mailer;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.supportcenter.mailer.bounce.BounceSettings;
import org.supportcenter.mailer.mail.MailSettings;
import org.supportcenter.runtime.database.DatabaseConfig;
import org.supportcenter.runtime.network.AddressPolicy;

/**
 * What a mailer process needs to know.
 *
 * @param opsAddress where health and metrics are answered over HTTP; port 0 takes a free one
 * @param database the database and the mailer's own role
 * @param mail how mails are sent
 * @param bounces the mailbox that mail comes back to; null: nobody reads it
 * @param webhooks where webhooks may go
 * @param drainTimeout how long deliveries under way may take to end when the process stops
 */
public record MailerConfig(
    InetSocketAddress opsAddress,
    DatabaseConfig database,
    MailSettings mail,
    @Nullable BounceSettings bounces,
    AddressPolicy webhooks,
    Duration drainTimeout) {

  /** Enough for each delivery under way and for looking for more. */
  public static final int CONNECTIONS = 12;

  /** Longer than one delivery should take. */
  public static final Duration DEFAULT_DRAIN_TIMEOUT = Duration.ofSeconds(20);
}
