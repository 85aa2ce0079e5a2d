package org.supportcenter.mailer.webhook;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.IntSupplier;

/** How webhooks are doing, for the operator; never by tenant or endpoint. */
final class WebhookMetrics {

  private static final String PREFIX = "supportcenter.webhook.";

  private final MeterRegistry registry;

  WebhookMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** An attempt was made. */
  void count(Outcome outcome) {
    Timer.builder(PREFIX + "attempts")
        .description("Attempts to deliver a message, by the class of the answer's status")
        .tag("answer", answer(outcome))
        .publishPercentileHistogram()
        .register(registry)
        .record(outcome.duration());
  }

  /** Watches how many requests are under way. */
  void watch(IntSupplier underWay) {
    Gauge.builder(PREFIX + "under.way", underWay::getAsInt)
        .description("Requests under way")
        .register(registry);
  }

  private static String answer(Outcome outcome) {
    return outcome.status() == null ? "none" : outcome.status() / 100 + "xx";
  }
}
