package org.supportcenter.engine.watch;

import io.grpc.stub.ServerCallStreamObserver;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.supportcenter.engine.call.ApiException;
import org.supportcenter.engine.call.Standing;
import org.supportcenter.store.outbox.FeedBatch;
import org.supportcenter.store.outbox.FeedPosition;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.WatchAppointmentsResponse;

/**
 * One stream. It reads the feed by itself until it has caught up, then is given what all watchers
 * of the tenant are given. When its client reads too slowly to keep up, it goes back to reading by
 * itself: memory is bounded, and nothing is left out. Runs on a thread of its own.
 */
final class Watch implements Runnable {

  private final ServerCallStreamObserver<WatchAppointmentsResponse> observer;
  private final Standing standing;
  private final WatchAnswers answers;
  private final TenantFeed feed;
  private final WatchTimes times;
  private final Inbox inbox = new Inbox();
  private final long started = System.nanoTime();
  private long lastAnswer = started;
  private long lastLook = started;
  private FeedPosition position;

  /**
   * A watch that begins after the position.
   *
   * @param observer whose handlers are set here
   * @param standing of the watcher, looked at again as often as signs of life are due
   */
  Watch(
      ServerCallStreamObserver<WatchAppointmentsResponse> observer,
      Standing standing,
      WatchAnswers answers,
      TenantFeed feed,
      FeedPosition position,
      WatchTimes times) {
    this.observer = observer;
    this.standing = standing;
    this.answers = answers;
    this.feed = feed;
    this.position = position;
    this.times = times;
    observer.setOnReadyHandler(inbox::wake);
    observer.setOnCancelHandler(inbox::end);
  }

  /** Everything up to here was told. For the thread of the watch. */
  FeedPosition position() {
    return position;
  }

  /** Where the feed puts what is new. */
  Inbox inbox() {
    return inbox;
  }

  @Override
  public void run() {
    try {
      send(answers.heartbeat(position));
      while (goesOn()) {
        catchUp();
        follow();
      }
      if (!observer.isCancelled()) {
        observer.onCompleted();
      }
    } catch (FeedBrokenException broken) {
      fail(broken.getCause());
    } catch (InterruptedException | RuntimeException failure) {
      fail(failure);
    } finally {
      feed.leave(this);
    }
  }

  private boolean goesOn() {
    if (since(lastLook).compareTo(times.heartbeat()) >= 0) {
      standing.check();
      lastLook = System.nanoTime();
    }
    return !inbox.isEnded() && since(started).compareTo(times.lifetime()) < 0;
  }

  private void catchUp() throws InterruptedException {
    var more = true;
    while (goesOn() && (more || !feed.join(this))) {
      var batch = feed.after(position);
      tell(batch);
      more = batch.more();
    }
  }

  /** Until the watch is over, or too slow. */
  private void follow() throws InterruptedException {
    while (goesOn()) {
      var batch = inbox.take(times.heartbeat().minus(since(lastAnswer)));
      if (batch != null) {
        tell(batch);
      } else if (inbox.isOverrun()) {
        feed.leave(this);
        inbox.clear();
        return;
      } else if (since(lastAnswer).compareTo(times.heartbeat()) >= 0) {
        send(answers.heartbeat(position));
      }
    }
  }

  /** Tells what the watch was not told before: a batch given to all may begin earlier. */
  private void tell(FeedBatch batch) throws InterruptedException {
    for (var entry : batch.entries()) {
      if (entry.position().compareTo(position) > 0) {
        var news = answers.news(entry);
        if (news != null && !send(news)) {
          return;
        }
        position = entry.position();
      }
    }
    if (batch.end().compareTo(position) > 0) {
      position = batch.end();
    }
  }

  /** Sends when the client is ready for it; false when the watch is over. */
  private boolean send(WatchAppointmentsResponse answer) throws InterruptedException {
    if (!inbox.await(observer::isReady, times.patience())) {
      throw new ApiException(
          ErrorReason.WATCH_STALLED,
          "Answers were left unread for too long; go on with the last resumeToken.");
    }
    if (inbox.isEnded()) {
      return false;
    }
    observer.onNext(answer);
    lastAnswer = System.nanoTime();
    return true;
  }

  private void fail(@Nullable Throwable failure) {
    if (!observer.isCancelled()) {
      observer.onError(failure);
    }
  }

  private static Duration since(long nanoTime) {
    return Duration.ofNanos(System.nanoTime() - nanoTime);
  }
}
