package org.supportcenter.mailer.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;

/**
 * Where the mail server is and how to talk to it, as written in {@code SMTP_URL}: {@code
 * smtp://user:password@host:587?starttls=required}.
 *
 * @param user decoded; empty where the server wants none
 * @param password decoded
 */
public record SmtpAddress(String host, int port, String user, String password, Security security) {

  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;
  private static final String STARTTLS = "starttls=";

  /** How a connection is kept from being read and altered. */
  public enum Security {
    /** Not at all. */
    NONE,
    /** By STARTTLS if the server offers it. */
    STARTTLS_OFFERED,
    /** By STARTTLS, or nothing is sent. */
    STARTTLS_REQUIRED,
    /** By TLS from the first byte. */
    TLS
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is none, in one sentence that says what to write
   */
  public static SmtpAddress parse(String text) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException malformed) {
      // Its message would repeat the address, password included.
      throw unusable();
    }
    var tls = "smtps".equals(uri.getScheme());
    if (uri.getHost() == null || (!tls && !"smtp".equals(uri.getScheme()))) {
      throw unusable();
    }
    var login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    var colon = login.indexOf(':');
    var security = tls ? Security.TLS : startTls(uri.getQuery());
    var usual = tls ? SUBMISSIONS : SUBMISSION;
    return new SmtpAddress(
        uri.getHost(),
        uri.getPort() < 0 ? usual : uri.getPort(),
        decoded(colon < 0 ? login : login.substring(0, colon)),
        colon < 0 ? "" : decoded(login.substring(colon + 1)),
        security);
  }

  private static Security startTls(@org.jspecify.annotations.Nullable String query) {
    return switch (query == null ? STARTTLS + "offered" : query) {
      case STARTTLS + "offered" -> Security.STARTTLS_OFFERED;
      case STARTTLS + "required" -> Security.STARTTLS_REQUIRED;
      case STARTTLS + "never" -> Security.NONE;
      case String _ -> throw unusable();
    };
  }

  private static IllegalArgumentException unusable() {
    return new IllegalArgumentException(
        "The mail server is written as smtp://user:password@host:587?starttls=required (or offered,"
            + " or never), or smtps://user:password@host:465.");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "%s:%d (%s)".formatted(host, port, security);
  }
}
