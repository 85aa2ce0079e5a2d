package org.supportcenter.mailer.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.runtime.network.AddressPolicy;
import org.supportcenter.testkit.TestClock;

class PosterTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  /** For receivers that behave: a slow machine must not look like one that does not. */
  private static final Timeouts LONG =
      new Timeouts(
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30));

  /** For those that do not. */
  private static final Timeouts SHORT =
      new Timeouts(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMillis(400),
          Duration.ofMillis(1200));

  private final TestClock clock = TestClock.at("2027-03-01T08:00:00Z");
  private final Receiver receiver = new Receiver();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void aMessageCarriesItsIdItsTimeAndASignature() {
    var work = work(receiver.url());

    var outcome = post("127.0.0.1", work);

    assertThat(outcome.isSuccess()).isTrue();
    assertThat(outcome.status()).isEqualTo(204);
    var message = receiver.messages().getFirst();
    assertThat(message.id()).isEqualTo(work.id().toString());
    assertThat(message.timestamp()).isEqualTo("1803888000");
    assertThat(message.signature())
        .isEqualTo(
            Signatures.header(
                message.id(), Instant.ofEpochSecond(1803888000), message.body(), List.of(SECRET)));
    assertThat(new String(message.body(), UTF_8)).isEqualTo(work.body().get());
  }

  @Test
  void whatTheReceiverAnswersIsKeptInPartAndMadeHarmless() {
    receiver.answers(new Receiver.Answer(500, "Oops \u001b[31m" + "x".repeat(9000), List.of()));

    var outcome = post("127.0.0.1", work(receiver.url()));

    assertThat(outcome.error()).isEqualTo("Answered 500.");
    assertThat(outcome.answer()).startsWith("Oops \\u001b[31mxxx").hasSizeLessThan(600);
  }

  @Test
  void aRedirectIsNotFollowed() {
    receiver.answers(Receiver.Answer.of(302).with("Location", receiver.url() + "/elsewhere"));

    var outcome = post("127.0.0.1", work(receiver.url()));

    assertThat(outcome.error()).isEqualTo("Answered 302, and redirects are not followed.");
    assertThat(receiver.messages()).hasSize(1);
  }

  @Test
  void howLongTheReceiverWantsToBeLeftInPeaceIsRead() {
    receiver.answers(Receiver.Answer.of(429).with("Retry-After", "90"));

    assertThat(post("127.0.0.1", work(receiver.url())).retryAfter())
        .isEqualTo(Duration.ofSeconds(90));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]"})
  void thisMachineIsOutOfReachHoweverItIsWritten(String host) {
    var outcome = post("", work("http://%s:%d/hooks".formatted(host, receiver.port())));

    assertThat(outcome.error()).isEqualTo("The host is a loopback address, which is not allowed.");
    assertThat(receiver.messages()).isEmpty();
  }

  @Test
  void anUnencryptedMessageGoesOnlyWhereTheOperatorAllowsIt() throws Exception {
    var outside = InetAddress.ofLiteral("1.1.1.1");

    try (var poster = poster("", _ -> new InetAddress[] {outside})) {
      assertThat(poster.post(work("http://hooks.example.com/")).error())
          .isEqualTo("The host is reached by plain http instead of https, which is not allowed.");
    }
  }

  @Test
  void aNameIsLookedUpOnceAndTheCheckedAddressIsConnectedTo() {
    var lookups = new AtomicInteger();
    var rebinding =
        new CheckedResolver.Lookup() {
          @Override
          public InetAddress[] addresses(String host) {
            return new InetAddress[] {
              InetAddress.ofLiteral(
                  lookups.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254")
            };
          }
        };
    var url = "http://hooks.example.com:%d/".formatted(receiver.port());

    try (var poster = poster("127.0.0.1", rebinding)) {
      assertThat(poster.post(work(url)).error()).isEmpty();
    }

    assertThat(lookups).hasValue(1);
    assertThat(receiver.messages().getFirst().host())
        .isEqualTo("hooks.example.com:" + receiver.port());
  }

  @Test
  void aHostWithOnePermittedAddressIsReachedThereAndNowhereElse() {
    CheckedResolver.Lookup both =
        _ ->
            new InetAddress[] {
              InetAddress.ofLiteral("169.254.169.254"), InetAddress.ofLiteral("127.0.0.1")
            };

    try (var poster = poster("127.0.0.1", both)) {
      var url = "http://hooks.example.com:%d/".formatted(receiver.port());
      assertThat(poster.post(work(url)).isSuccess()).isTrue();
    }
  }

  @Test
  void aReceiverThatHangsIsCutOff() throws Exception {
    try (var hanging = new RudeReceiver(RudeReceiver.Manner.HANGS)) {
      assertThat(postToRude(hanging).error()).startsWith("No answer within");
    }
  }

  @Test
  void aReceiverThatDripsIsCutOff() throws Exception {
    try (var dripping = new RudeReceiver(RudeReceiver.Manner.DRIPS)) {
      var outcome = postToRude(dripping);

      assertThat(outcome.error()).startsWith("Took longer than");
      assertThat(outcome.duration()).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void aReceiverThatHangsUpIsAFailure() throws Exception {
    try (var closing = new RudeReceiver(RudeReceiver.Manner.RESETS)) {
      assertThat(postToRude(closing).error()).isNotEmpty();
    }
  }

  @Test
  void ofAnEndlessAnswerOnlyTheBeginningIsRead() throws Exception {
    try (var endless = new RudeReceiver(RudeReceiver.Manner.NEVER_ENDS)) {
      var outcome = post("127.0.0.1", work(endless.url()));

      assertThat(outcome.status()).isEqualTo(200);
      assertThat(outcome.answer()).hasSize(500);
    }
  }

  @Test
  void nobodyListeningIsAFailure() {
    var url = receiver.url();
    receiver.close();

    assertThat(post("127.0.0.1", work(url)).error()).isEqualTo("The connection was refused.");
  }

  private Outcome post(String allowed, Work work) {
    try (var poster = poster(allowed, InetAddress::getAllByName)) {
      return poster.post(work);
    }
  }

  private Poster poster(String allowed, CheckedResolver.Lookup lookup) {
    return poster(allowed, lookup, LONG);
  }

  private Outcome postToRude(RudeReceiver rude) {
    try (var poster = poster("127.0.0.1", InetAddress::getAllByName, SHORT)) {
      return poster.post(work(rude.url()));
    }
  }

  private Poster poster(String allowed, CheckedResolver.Lookup lookup, Timeouts timeouts) {
    return new Poster(AddressPolicy.allowing(allowed), lookup, timeouts, 4, clock);
  }

  private Work work(String url) {
    return new Work(
        UUID.randomUUID(),
        UUID.randomUUID(),
        1,
        clock.instant(),
        0,
        url,
        List.of(SECRET),
        () -> "{\"type\":\"test\"}");
  }
}
