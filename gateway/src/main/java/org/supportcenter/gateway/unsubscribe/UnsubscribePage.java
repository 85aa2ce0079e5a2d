package org.supportcenter.gateway.unsubscribe;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.supportcenter.v1.NotificationServiceGrpc;
import org.supportcenter.v1.UnsubscribeRequest;
import org.supportcenter.v1.UnsubscribeResponse;

/**
 * Stops reminders in one click (RFC 8058): a mail program POSTs to the link by itself; a person who
 * opens it sees a button first, because programs that look at links must not change anything.
 */
public final class UnsubscribePage {
  private static final String PATH = "/unsubscribe/{token}";
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";
  private static final String BEGINNING =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Reminders</title>
      <style>
      :root { color-scheme: light dark; font: 18px/1.5 system-ui, sans-serif; }
      main { max-width: 32rem; margin: 15vh auto; padding: 0 1rem; }
      button { font: inherit; padding: .5rem 1rem; }
      </style>
      </head>
      <body><main>
      """;
  private static final String END = "</main></body>\n</html>\n";
  private static final String QUESTION =
      """
      <h1>Stop reminders?</h1>
      <p>Confirmations and changes of your appointments will still be sent.</p>
      <form method="post"><button type="submit">Stop reminders</button></form>
      """;

  private final Channel engine;
  private final Duration timeout;

  private UnsubscribePage(Channel engine, Duration timeout) {
    this.engine = engine;
    this.timeout = timeout;
  }

  /**
   * Adds the page.
   *
   * @param timeout how long an engine may take
   */
  public static void add(ServerBuilder server, Channel engine, Duration timeout) {
    var page = new UnsubscribePage(engine, timeout);
    server.route().get(PATH).build((context, request) -> page(HttpStatus.OK, QUESTION));
    server
        .route()
        .post(PATH)
        .build((context, request) -> HttpResponse.of(page.stop(token(context))));
  }

  private static String token(ServiceRequestContext context) {
    var token = context.pathParam("token");
    return token == null ? "" : token;
  }

  private CompletableFuture<HttpResponse> stop(String token) {
    var answer = new CompletableFuture<HttpResponse>();
    NotificationServiceGrpc.newStub(engine)
        .withDeadlineAfter(timeout.toMillis(), MILLISECONDS)
        .unsubscribe(
            UnsubscribeRequest.newBuilder().setToken(token).build(),
            new StreamObserver<>() {
              @Override
              public void onNext(UnsubscribeResponse stopped) {
                answer.complete(page(HttpStatus.OK, stopped(stopped)));
              }

              @Override
              public void onError(Throwable failure) {
                answer.complete(failed(failure));
              }

              @Override
              public void onCompleted() {
                // The one answer has been given.
              }
            });
    return answer;
  }

  private static String stopped(UnsubscribeResponse stopped) {
    return "<h1>Reminders are stopped</h1><p>%s sends you no more of them.</p>"
        .formatted(escaped(stopped.getOrganisation()));
  }

  private static HttpResponse failed(Throwable failure) {
    return Status.fromThrowable(failure).getCode() == Status.Code.INVALID_ARGUMENT
        ? page(
            HttpStatus.BAD_REQUEST,
            "<h1>This link is not whole</h1><p>Please use the link in the mail as it is.</p>")
        : page(
            HttpStatus.SERVICE_UNAVAILABLE,
            "<h1>That did not work</h1><p>Please try again in a minute.</p>");
  }

  private static HttpResponse page(HttpStatus status, String content) {
    var headers =
        ResponseHeaders.builder(status)
            .contentType(MediaType.HTML_UTF_8)
            .set(HttpHeaderNames.CONTENT_SECURITY_POLICY, POLICY)
            .set(HttpHeaderNames.CACHE_CONTROL, "no-store")
            .set(HttpHeaderNames.REFERRER_POLICY, "no-referrer")
            .build();
    return HttpResponse.of(headers, HttpData.ofUtf8(BEGINNING + content + END));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
