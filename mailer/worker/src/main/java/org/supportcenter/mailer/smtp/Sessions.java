package org.supportcenter.mailer.smtp;

import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import javax.net.SocketFactory;

/** How servers are spoken to: with a limit on every wait, and as secretly as their URL says. */
public final class Sessions {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** A server may think about a mail for a while (RFC 5321 allows minutes); ours may not. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

  private static final SocketFactory SOCKETS = new PromptSockets();

  private Sessions() {}

  /**
   * A session whose transport or store is for the server.
   *
   * @param protocol {@code smtp} or {@code imap}
   */
  public static Session to(ServerUrl server, String protocol) {
    var properties = new Properties();
    var tls = server.security() == ServerUrl.Security.TLS;
    var scheme = tls ? protocol + "s" : protocol;
    properties.put("mail.transport.protocol", scheme);
    properties.put("mail.store.protocol", scheme);
    var prefix = "mail." + scheme + ".";
    properties.put(prefix + "socketFactory", SOCKETS);
    properties.put(prefix + "socketFactory.fallback", "false");
    properties.put(prefix + "connectiontimeout", millis(CONNECT_TIMEOUT));
    properties.put(prefix + "timeout", millis(ANSWER_TIMEOUT));
    properties.put(prefix + "writetimeout", millis(ANSWER_TIMEOUT));
    properties.put(prefix + "ssl.checkserveridentity", "true");
    properties.put(prefix + "auth", Boolean.toString(!server.user().isEmpty()));
    properties.put(prefix + "quitwait", "false");
    switch (server.security()) {
      case STARTTLS_OFFERED -> properties.put(prefix + "starttls.enable", "true");
      case STARTTLS_REQUIRED -> {
        properties.put(prefix + "starttls.enable", "true");
        properties.put(prefix + "starttls.required", "true");
      }
      case NONE, TLS -> properties.put(prefix + "starttls.enable", "false");
    }
    return Session.getInstance(properties);
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }
}
