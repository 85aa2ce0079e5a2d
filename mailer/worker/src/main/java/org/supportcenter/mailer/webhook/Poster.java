package org.supportcenter.mailer.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.runtime.network.AddressPolicy;

/**
 * Posts messages. Redirects are not followed, nothing is sent twice by itself, and of an answer
 * only the beginning is read. Thread-safe; blocks.
 */
final class Poster implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Poster.class);

  private static final int MOST_ANSWER_BYTES = 4096;
  private static final String HTTPS = "https";

  private final CloseableHttpClient https;
  private final CloseableHttpClient http;
  private final ExecutorService lookups =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("webhook-lookup-", 0).factory());
  private final ScheduledExecutorService alarms =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("webhook-alarm").factory());
  private final Timeouts timeouts;
  private final InstantSource clock;

  /**
   * A client.
   *
   * @param atOnce most requests under way at a time
   */
  Poster(
      AddressPolicy policy,
      CheckedResolver.Lookup lookup,
      Timeouts timeouts,
      int atOnce,
      InstantSource clock) {
    this.timeouts = timeouts;
    this.clock = clock;
    https = client(lookup, policy::refusal, atOnce);
    http = client(lookup, policy::refusalOfHttp, atOnce);
  }

  private CloseableHttpClient client(
      CheckedResolver.Lookup lookup, Function<InetAddress, @Nullable String> refusal, int atOnce) {
    var resolver = new CheckedResolver(lookup, refusal, lookups, timeouts.lookup());
    return HttpSetup.open(resolver, timeouts, atOnce);
  }

  /**
   * Makes one attempt.
   *
   * @throws RuntimeException if there can be no request: the message cannot be written or signed
   */
  Outcome post(Work work) {
    var begin = clock.instant();
    var started = System.nanoTime();
    var url = URI.create(work.url());
    var request = request(url, work, begin);
    var alarm = alarms.schedule(request::cancel, timeouts.all().toMillis(), TimeUnit.MILLISECONDS);
    try {
      var client = HTTPS.equals(url.getScheme()) ? https : http;
      var answer = client.executeOpen(HttpHost.create(url), request, HttpClientContext.create());
      return outcome(begin, started, request, answer);
    } catch (IOException | RuntimeException failure) {
      var error = Failures.sentence(failure, request.isCancelled(), timeouts);
      return new Outcome(begin, since(started), null, error, "", null, false);
    } finally {
      alarm.cancel(false);
    }
  }

  private static HttpPost request(URI url, Work work, Instant now) {
    var id = work.id().toString();
    var body = work.body().get().getBytes(UTF_8);
    var request = new HttpPost(url);
    request.setHeader("webhook-id", id);
    request.setHeader(
        "webhook-timestamp", Long.toString(now.truncatedTo(ChronoUnit.SECONDS).getEpochSecond()));
    request.setHeader("webhook-signature", Signatures.header(id, now, body, work.secrets()));
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    return request;
  }

  private Outcome outcome(
      Instant begin, long started, HttpPost request, ClassicHttpResponse answer) {
    var status = answer.getCode();
    var error = Failures.sentence(status);
    var asked = answer.getFirstHeader("retry-after");
    var text = beginning(request, answer);
    return new Outcome(
        begin, since(started), status, error, text, RetryAfter.read(value(asked), begin), false);
  }

  /**
   * The beginning of the body. A connection with more to come is cut, not drained: there may be no
   * end to it.
   */
  private static String beginning(HttpPost request, ClassicHttpResponse answer) {
    var bytes = new byte[0];
    try (answer) {
      var entity = answer.getEntity();
      if (entity != null) {
        var body = entity.getContent();
        bytes = body.readNBytes(MOST_ANSWER_BYTES);
        if (bytes.length == MOST_ANSWER_BYTES && body.read() >= 0) {
          request.cancel();
        }
      }
    } catch (IOException cut) {
      // The status has been received, and it alone counts.
      log.debug("The body of an answer was cut off", cut);
    }
    return Excerpt.of(bytes);
  }

  private static @Nullable String value(@Nullable Header header) {
    return header == null ? null : header.getValue();
  }

  private static Duration since(long started) {
    return Duration.ofNanos(System.nanoTime() - started);
  }

  @Override
  public void close() {
    alarms.shutdownNow();
    lookups.shutdownNow();
    https.close(CloseMode.IMMEDIATE);
    http.close(CloseMode.IMMEDIATE);
  }
}
