package org.supportcenter.app.mail;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.supportcenter.app.console.Numbers;
import org.supportcenter.app.console.UserError;
import org.supportcenter.compose.Occasion.Sender;
import org.supportcenter.domain.settings.NotificationPreferences;
import org.supportcenter.mailer.bounce.BounceSettings;
import org.supportcenter.mailer.mail.MailSettings;
import org.supportcenter.mailer.smtp.ServerUrl;
import org.supportcenter.mailer.smtp.ServerUrl.Form;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How mail is sent. */
public final class MailOptions {
  private static final String VARIABLE = "SMTP_URL";
  private static final String BOUNCE_VARIABLE = "BOUNCE_MAILBOX_URL";

  @Option(
      names = "--smtp-url",
      paramLabel = "URL",
      defaultValue = "${env:" + VARIABLE + "}",
      description =
          "The mail server, as smtp://user:password@host:587?starttls=required (or offered, or"
              + " never), or smtps://user:password@host:465; special characters in user and"
              + " password percent-encoded.")
  private @Nullable String smtpUrl;

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      defaultValue = "${env:SUPPORT_CENTER_MAIL_FROM:-" + Sender.DEFAULT_ADDRESS + "}",
      description = "Sender of mails where a tenant has set none.")
  private String from = "";

  @Option(
      names = "--bounce-address",
      paramLabel = "ADDRESS",
      defaultValue = "${env:SUPPORT_CENTER_BOUNCE_ADDRESS}",
      description = "Where mails that cannot be delivered return to; without one, to the sender.")
  private @Nullable String bounceAddress;

  @Option(
      names = "--bounce-mailbox",
      paramLabel = "URL",
      defaultValue = "${env:" + BOUNCE_VARIABLE + "}",
      description =
          "The mailbox that --bounce-address leads to, of its own and read by the mailers, as"
              + " imaps://user:password@host:993/INBOX, or"
              + " imap://user:password@host:143/INBOX?starttls=required; special characters in user"
              + " and password percent-encoded. Without one, mail that comes back is not noticed.")
  private @Nullable String bounceMailbox;

  @Option(
      names = "--bounce-poll",
      paramLabel = "SECONDS",
      defaultValue =
          "${env:SUPPORT_CENTER_BOUNCE_POLL:-" + BounceSettings.DEFAULT_EVERY_SECONDS + "}",
      description = "How often the mailbox of mail that comes back is looked at, in seconds.")
  private int bouncePoll;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      defaultValue = "${env:SUPPORT_CENTER_PUBLIC_URL}",
      description =
          "Where people reach the gateway, as https://support.example; links in mails begin with"
              + " it. Without one they lead to a gateway on this machine.")
  private @Nullable String publicUrl;

  @Option(
      names = "--mail-connections",
      paramLabel = "NUMBER",
      defaultValue =
          "${env:SUPPORT_CENTER_MAIL_CONNECTIONS:-" + MailSettings.DEFAULT_CONNECTIONS + "}",
      description =
          "How many mails are sent at a time where the mail server is slow, each over a"
              + " connection of its own.")
  private int connections;

  @Option(
      names = "--mail-rate",
      paramLabel = "NUMBER",
      defaultValue = "${env:SUPPORT_CENTER_MAIL_RATE:-" + MailSettings.DEFAULT_PER_SECOND + "}",
      description = "How many mails a second one mailer sends to one domain.")
  private int perSecond;

  @Option(
      names = "--mail-give-up",
      paramLabel = "HOURS",
      defaultValue =
          "${env:SUPPORT_CENTER_MAIL_GIVE_UP:-" + MailSettings.DEFAULT_GIVE_UP_HOURS + "}",
      description = "How long a mail is tried, whatever keeps it from being sent, in hours.")
  private int giveUpHours;

  @Mixin private MailLanguages languages = new MailLanguages();

  /** A directory with wordings in more languages; null: none. */
  public @Nullable Path languages() {
    return languages.directory();
  }

  /** Whether a mail server is named. */
  public boolean hasServer() {
    return smtpUrl != null && !smtpUrl.isBlank();
  }

  /**
   * The settings with the server that is named.
   *
   * @param gateway address of a gateway of this machine
   * @throws UserError if there is no server, or a value cannot be used
   */
  public MailSettings required(String gateway) {
    var server = server();
    if (server == null) {
      throw new UserError(
          "%s is not set: give the mail server as smtp://user:password@host:587 there or with --smtp-url."
              .formatted(VARIABLE));
    }
    return with(server, gateway);
  }

  /**
   * The settings with another server.
   *
   * @param gateway address of a gateway of this machine
   * @throws UserError if a value cannot be used
   */
  public MailSettings with(ServerUrl server, String gateway) {
    requireAddress("--mail-from", from);
    var bounce = bounceAddress == null || bounceAddress.isBlank() ? null : bounceAddress;
    if (bounce != null) {
      requireAddress("--bounce-address", bounce);
    }
    return new MailSettings(
        server,
        from,
        bounce,
        publicUrl(gateway),
        NotificationPreferences.DEFAULTS.maximumLateness(),
        Duration.ofHours(Numbers.atLeast(1, "--mail-give-up", giveUpHours)),
        Numbers.between(1, MailSettings.MOST_CONNECTIONS, "--mail-connections", connections),
        Numbers.atLeast(1, "--mail-rate", perSecond),
        languages.directory());
  }

  private String publicUrl(String gateway) {
    var url = publicUrl;
    if (url == null || url.isBlank()) {
      return gateway;
    }
    if (!url.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
      throw new UserError("--public-url must be an address like https://support.example.");
    }
    return url.replaceAll("/+$", "");
  }

  /**
   * Where mail comes back to; null if nobody reads it.
   *
   * @throws UserError if a value cannot be used
   */
  public @Nullable BounceSettings bounces() {
    var url = bounceMailbox;
    return url == null || url.isBlank()
        ? null
        : new BounceSettings(
            parsed(BOUNCE_VARIABLE, url, Form.IMAP),
            Duration.ofSeconds(Numbers.atLeast(1, "--bounce-poll", bouncePoll)));
  }

  /**
   * The mail server; null if none is named.
   *
   * @throws UserError if its address cannot be used
   */
  public @Nullable ServerUrl server() {
    var url = smtpUrl;
    return url == null || url.isBlank() ? null : server(url);
  }

  /**
   * Reads a server's address.
   *
   * @throws UserError if it is none
   */
  public static ServerUrl server(String url) {
    return parsed(VARIABLE, url, Form.SMTP);
  }

  private static ServerUrl parsed(String variable, String url, Form form) {
    try {
      return ServerUrl.parse(url, form);
    } catch (IllegalArgumentException unusable) {
      throw new UserError("%s: %s".formatted(variable, unusable.getMessage()), unusable);
    }
  }

  private static void requireAddress(String option, String address) {
    if (!address.matches("[^@\\s<>,;]+@[^@\\s<>,;]+")) {
      throw new UserError("%s must be a mail address like support@example.org.".formatted(option));
    }
  }
}
