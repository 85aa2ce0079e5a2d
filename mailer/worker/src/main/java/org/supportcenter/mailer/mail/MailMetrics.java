package org.supportcenter.mailer.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.supportcenter.compose.Purpose;
import org.supportcenter.mailer.smtp.Answer;

/** What is counted and measured about mails; {@code docs/operations.md} explains each. */
final class MailMetrics {

  private static final String PREFIX = "supportcenter.mail.";

  private final MeterRegistry registry;

  MailMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** The mail server was asked to take a mail. */
  void tried(Purpose.Kind kind, Answer answer, Duration took) {
    Timer.builder(PREFIX + "sends")
        .description("Tries to hand a mail to the mail server, by kind and outcome")
        .tag("kind", kind.name())
        .tag("outcome", answer.getClass().getSimpleName().toUpperCase(Locale.ROOT))
        .publishPercentileHistogram()
        .register(registry)
        .record(took);
  }

  /** A mail ended without being sent. */
  void settled() {
    Counter.builder(PREFIX + "settled")
        .description("Mails that were superseded, not wanted or too late when their turn came")
        .register(registry)
        .increment();
  }

  /** Watches a number that goes up and down. */
  void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(PREFIX + name, value).description(description).register(registry);
  }
}
