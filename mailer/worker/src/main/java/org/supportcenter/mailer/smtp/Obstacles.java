package org.supportcenter.mailer.smtp;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.angus.mail.util.MailConnectException;

/** Why a server cannot be used, in one line for whoever has written its address. */
public final class Obstacles {

  private static final String SILENT =
      "; where TLS begins at once, the scheme of the address ends in s, as in smtps";

  private static final String OPEN =
      "; where TLS does not begin at once, the scheme of the address has no s at its end";

  private Obstacles() {}

  /** What keeps a connection from being opened. */
  public static String opening(MessagingException failure, ServerUrl server) {
    var cause = cause(failure);
    return switch (cause) {
      case UnknownHostException _ -> "there is no host of that name";
      case SSLHandshakeException refused
          when innermost(refused) instanceof GeneralSecurityException ->
          "its certificate is not trusted: %s".formatted(oneLine(innermost(refused)));
      case SSLHandshakeException refused -> oneLine(refused);
      case SSLException _ -> oneLine(cause) + OPEN;
      case SocketTimeoutException _ when mayWaitForTls(failure, server) -> oneLine(cause) + SILENT;
      case Throwable other -> oneLine(other);
    };
  }

  /** What broke a connection that was open. */
  static String using(MessagingException failure) {
    return oneLine(cause(failure));
  }

  private static boolean mayWaitForTls(MessagingException failure, ServerUrl server) {
    return !(failure instanceof MailConnectException)
        && server.security() != ServerUrl.Security.TLS;
  }

  private static Throwable cause(MessagingException failure) {
    var cause = failure instanceof AuthenticationFailedException ? null : failure.getCause();
    return cause == null ? failure : cause;
  }

  private static Throwable innermost(Throwable failure) {
    var innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost;
  }

  private static String oneLine(Throwable failure) {
    var message = failure.getMessage();
    return (message == null ? failure.getClass().getSimpleName() : message)
        .replaceAll("\\s+", " ")
        .strip();
  }
}
