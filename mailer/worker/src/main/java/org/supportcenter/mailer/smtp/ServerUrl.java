package org.supportcenter.mailer.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mail server as operators write it: {@code scheme://user:password@host:port/path?starttls=...},
 * with an {@code s} at the end of the scheme where the connection begins with TLS.
 *
 * @param user decoded; empty where the server wants none
 * @param password decoded
 * @param path what follows the first slash, decoded; empty if there is nothing
 */
public record ServerUrl(
    String host, int port, String user, String password, Security security, String path) {

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

  /** Sorts of servers, and how their addresses are written. */
  public enum Form {
    /** Takes mail. */
    SMTP(
        587,
        465,
        "The mail server is written as smtp://user:password@host:587?starttls=required (or offered,"
            + " or never), or smtps://user:password@host:465."),
    /** Keeps mail; the path is the folder. */
    IMAP(
        143,
        993,
        "The mailbox is written as imaps://user:password@host:993/INBOX, or"
            + " imap://user:password@host:143/INBOX?starttls=required (or offered, or never).");

    private final int port;
    private final int tlsPort;
    private final String sentence;

    Form(int port, int tlsPort, String sentence) {
      this.port = port;
      this.tlsPort = tlsPort;
      this.sentence = sentence;
    }

    private String scheme() {
      return name().toLowerCase(Locale.ROOT);
    }

    private IllegalArgumentException refusal() {
      return new IllegalArgumentException(sentence);
    }
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException if it is none, with the sentence of the form, which does not
   *     repeat the address: it may hold a password
   */
  public static ServerUrl parse(String text, Form form) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException malformed) {
      throw form.refusal();
    }
    var tls = (form.scheme() + "s").equals(uri.getScheme());
    if (uri.getHost() == null || (!tls && !form.scheme().equals(uri.getScheme()))) {
      throw form.refusal();
    }
    var login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    var colon = login.indexOf(':');
    var usual = tls ? form.tlsPort : form.port;
    return new ServerUrl(
        uri.getHost(),
        uri.getPort() < 0 ? usual : uri.getPort(),
        decoded(colon < 0 ? login : login.substring(0, colon)),
        colon < 0 ? "" : decoded(login.substring(colon + 1)),
        tls ? Security.TLS : startTls(uri.getQuery(), form),
        uri.getPath().isEmpty() ? "" : uri.getPath().substring(1));
  }

  private static Security startTls(@Nullable String query, Form form) {
    return switch (query == null ? STARTTLS + "offered" : query) {
      case STARTTLS + "offered" -> Security.STARTTLS_OFFERED;
      case STARTTLS + "required" -> Security.STARTTLS_REQUIRED;
      case STARTTLS + "never" -> Security.NONE;
      case String _ -> throw form.refusal();
    };
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
  }

  /** Without user and password. */
  @Override
  public String toString() {
    return "%s:%d (%s)".formatted(host, port, security);
  }
}
