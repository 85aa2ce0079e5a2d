package org.supportcenter.mailer.webhook;

import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** What went wrong, in a sentence for whoever looks at an attempt; it never names an address. */
final class Failures {

  private Failures() {}

  /** Empty when the status is a success, which only 2xx is. */
  static String sentence(int status) {
    return switch (status / 100) {
      case 2 -> "";
      case 3 -> "Answered %d, and redirects are not followed.".formatted(status);
      default -> "Answered %d.".formatted(status);
    };
  }

  /**
   * Why there was no answer.
   *
   * @param outOfTime whether the attempt was cut off
   */
  static String sentence(Exception failure, boolean outOfTime, Timeouts timeouts) {
    if (outOfTime) {
      return "Took longer than %d s.".formatted(timeouts.all().toSeconds());
    }
    return switch (failure) {
      case RefusedHostException refused ->
          "The host is %s, which is not allowed.".formatted(refused.getMessage());
      case UnknownHostException _ -> "The host name cannot be resolved.";
      case ConnectTimeoutException _ ->
          "No connection within %d s.".formatted(timeouts.connect().toSeconds());
      case HttpHostConnectException _ -> "The connection was refused.";
      case SocketTimeoutException _ ->
          "No answer within %d s.".formatted(timeouts.answer().toSeconds());
      case SSLException tls ->
          "TLS failed: %s".formatted(Excerpt.of(String.valueOf(tls.getMessage())));
      case NoHttpResponseException _ -> "The connection was closed without an answer.";
      case Exception other ->
          "The request failed: %s".formatted(Excerpt.of(String.valueOf(other.getMessage())));
    };
  }
}
