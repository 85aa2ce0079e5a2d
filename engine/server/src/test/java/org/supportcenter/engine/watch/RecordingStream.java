package org.supportcenter.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.supportcenter.v1.WatchAppointmentsResponse;
import org.supportcenter.v1.WatchAppointmentsResponse.Kind;

/** The server's end of a stream, whose client reads as fast as the test lets it. */
final class RecordingStream extends ServerCallStreamObserver<WatchAppointmentsResponse> {

  /** What ended the stream. */
  record End(@Nullable Throwable failure) {}

  private final LinkedBlockingQueue<Object> received = new LinkedBlockingQueue<>();
  private volatile boolean ready = true;
  private volatile boolean cancelled;
  private volatile Runnable onReady = () -> {};
  private volatile Runnable onCancel = () -> {};

  /** The next answer within ten seconds, whatever it is. */
  WatchAppointmentsResponse next() {
    var next = poll();
    assertThat(next).isInstanceOf(WatchAppointmentsResponse.class);
    return (WatchAppointmentsResponse) next;
  }

  /** The next answers that are not signs of life. */
  List<WatchAppointmentsResponse> news(int count) {
    var news = new ArrayList<WatchAppointmentsResponse>();
    while (news.size() < count) {
      var answer = next();
      if (answer.getKind() != Kind.HEARTBEAT) {
        news.add(answer);
      }
    }
    return news;
  }

  /** How it ends, after whatever comes before. */
  End end() {
    var next = poll();
    while (!(next instanceof End)) {
      next = poll();
    }
    return (End) next;
  }

  private Object poll() {
    try {
      var next = received.poll(10, TimeUnit.SECONDS);
      assertThat(next).as("something comes within ten seconds").isNotNull();
      return next;
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /** The client stops reading, or goes on. */
  void reads(boolean reads) {
    ready = reads;
    onReady.run();
  }

  /** The client goes. */
  void cancel() {
    cancelled = true;
    onCancel.run();
  }

  @Override
  public void onNext(WatchAppointmentsResponse answer) {
    received.add(answer);
  }

  @Override
  public void onError(Throwable failure) {
    received.add(new End(failure));
  }

  @Override
  public void onCompleted() {
    received.add(new End(null));
  }

  @Override
  public boolean isReady() {
    return ready;
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public void setOnReadyHandler(Runnable handler) {
    onReady = handler;
  }

  @Override
  public void setOnCancelHandler(Runnable handler) {
    onCancel = handler;
  }

  @Override
  public void setCompression(String compression) {}

  @Override
  public void setMessageCompression(boolean enable) {}

  @Override
  public void disableAutoInboundFlowControl() {}

  @Override
  public void request(int count) {}
}
