package org.supportcenter.app.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.supportcenter.app.database.DatabaseUrl;
import org.supportcenter.app.inbox.Inbox;
import org.supportcenter.app.mail.MailOptions;
import org.supportcenter.app.webhook.WebhookOptions;
import org.supportcenter.mailer.MailerConfig;
import org.supportcenter.mailer.MailerServer;

/**
 * The mailer, and the inbox that it sends to unless a mail server is named.
 *
 * @param inbox null where a mail server is named
 */
record Mailing(@Nullable Inbox inbox, MailerServer mailer) implements AutoCloseable {

  /**
   * Starts them.
   *
   * @param inboxPort of the inbox's pages; 0 takes a free one
   */
  static Mailing start(
      Where where,
      int inboxPort,
      DatabaseUrl database,
      MailOptions options,
      WebhookOptions webhooks,
      InstantSource clock)
      throws IOException {
    var inbox = options.hasServer() ? null : Inbox.start(where.host(), inboxPort);
    try {
      return new Mailing(
          inbox, MailerServer.start(config(where, inbox, database, options, webhooks), clock));
    } catch (RuntimeException failure) {
      if (inbox != null) {
        inbox.close();
      }
      throw failure;
    }
  }

  private static MailerConfig config(
      Where where,
      @Nullable Inbox inbox,
      DatabaseUrl database,
      MailOptions options,
      WebhookOptions webhooks) {
    var gateway = "http://" + where.gatewayAddress();
    var settings =
        inbox == null
            ? options.required(gateway)
            : options.with(MailOptions.server(inbox.smtpUrl()), gateway);
    return new MailerConfig(
        new InetSocketAddress(where.host(), 0),
        database.pool(MailerConfig.CONNECTIONS),
        settings,
        options.bounces(),
        webhooks.policy(),
        MailerConfig.DEFAULT_DRAIN_TIMEOUT);
  }

  @Override
  public void close() {
    mailer.close();
    if (inbox != null) {
      inbox.close();
    }
  }
}
