package org.supportcenter.gateway.unsubscribe;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.LocalizedMessage;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.supportcenter.v1.NotificationServiceGrpc;
import org.supportcenter.v1.UnsubscribeRequest;
import org.supportcenter.v1.UnsubscribeResponse;

/**
 * Stops reminders in one click (RFC 8058): a mail program POSTs to the link by itself; a person who
 * opens it sees a button first, because programs that look at links must not change anything. What
 * it says comes from the engine, in the reader's language.
 */
public final class UnsubscribePage {
  private static final String PATH = "/unsubscribe/{token}";

  /** What engines take. */
  private static final int LONGEST_PREFERENCES = 1000;

  /** Said when no engine says it. */
  private static final Page FAILED =
      new Page("en", "That did not work", "Please try again in a minute.", "");

  /** Said to links that are too long or too odd to be shown to an engine. */
  private static final Page UNREADABLE =
      new Page("en", "That did not work", "Please use the link in the mail as it is.", "");

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
    server.route().get(PATH).build((context, request) -> page.answer(context, true));
    server.route().post(PATH).build((context, request) -> page.answer(context, false));
  }

  private HttpResponse answer(ServiceRequestContext context, boolean isQuestion) {
    var answer = new CompletableFuture<HttpResponse>();
    NotificationServiceGrpc.newStub(engine)
        .withDeadlineAfter(timeout.toMillis(), MILLISECONDS)
        .unsubscribe(
            request(context, isQuestion),
            new StreamObserver<>() {
              @Override
              public void onNext(UnsubscribeResponse words) {
                answer.complete(page(words).answer(HttpStatus.OK));
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
    return HttpResponse.of(answer);
  }

  private static UnsubscribeRequest request(ServiceRequestContext context, boolean isQuestion) {
    var token = context.pathParam("token");
    var preferences = context.request().headers().get(HttpHeaderNames.ACCEPT_LANGUAGE, "");
    return UnsubscribeRequest.newBuilder()
        .setToken(token == null ? "" : token)
        .setAcceptLanguage(preferences.length() > LONGEST_PREFERENCES ? "" : preferences)
        .setValidateOnly(isQuestion)
        .build();
  }

  private static Page page(UnsubscribeResponse words) {
    return new Page(words.getLanguage(), words.getHeading(), words.getText(), words.getButton());
  }

  private static HttpResponse failed(Throwable failure) {
    if (Status.fromThrowable(failure).getCode() != Status.Code.INVALID_ARGUMENT) {
      return FAILED.answer(HttpStatus.SERVICE_UNAVAILABLE);
    }
    var said = said(failure);
    var page = said == null ? UNREADABLE : new Page(said.getLocale(), said.getMessage(), "", "");
    return page.answer(HttpStatus.BAD_REQUEST);
  }

  /** What the engine says to the reader; null if it said nothing. */
  private static @Nullable LocalizedMessage said(Throwable failure) {
    var status = StatusProto.fromThrowable(failure);
    if (status == null) {
      return null;
    }
    for (var detail : status.getDetailsList()) {
      if (detail.is(LocalizedMessage.class)) {
        try {
          return detail.unpack(LocalizedMessage.class);
        } catch (InvalidProtocolBufferException damaged) {
          return null;
        }
      }
    }
    return null;
  }
}
