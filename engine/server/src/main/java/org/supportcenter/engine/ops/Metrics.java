package org.supportcenter.engine.ops;

import io.grpc.Status;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.v1.ErrorReason;

/**
 * What is counted and measured. Tags have few values: never a tenant, a key or a person. {@code
 * docs/operations.md} explains each.
 */
public final class Metrics {

  private static final String PREFIX = "supportcenter.";
  private static final Duration FASTEST = Duration.ofMillis(1);
  private static final Duration SLOWEST = Duration.ofSeconds(10);

  private final MeterRegistry registry;

  /** How a booking, a move or a confirmation ended. */
  public enum Outcome {
    CREATED,
    MOVED,
    CONFIRMED,
    REFUSED
  }

  /** Writes into the registry. */
  public Metrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** A call ended. */
  public void called(String method, Status.Code code, Duration took) {
    Timer.builder(PREFIX + "calls")
        .description("Calls by method and gRPC code")
        .tag("method", method)
        .tag("code", code.name())
        .publishPercentileHistogram()
        .minimumExpectedValue(FASTEST)
        .maximumExpectedValue(SLOWEST)
        .register(registry)
        .record(took);
  }

  /** A call was answered with an error. */
  public void refused(ErrorReason reason) {
    Counter.builder(PREFIX + "refusals")
        .description("Calls answered with an error, by reason")
        .tag("reason", reason.name())
        .register(registry)
        .increment();
  }

  /** Somebody tried to book, move or confirm. */
  public void booking(Outcome outcome) {
    Counter.builder(PREFIX + "bookings")
        .description("Bookings, moves and confirmations by outcome")
        .tag("outcome", outcome.name())
        .register(registry)
        .increment();
  }

  /** An appointment changed its status after some time in the one before. */
  public void transition(AppointmentStatus from, AppointmentStatus to, Duration after) {
    Timer.builder(PREFIX + "status.transition")
        .description("Time appointments spent in a status before they left it")
        .tag("from", from.name())
        .tag("to", to.name())
        .register(registry)
        .record(after);
  }

  /** Watches a number that goes up and down. */
  public void gauge(String name, String description, Supplier<Number> value) {
    Gauge.builder(PREFIX + name, value).description(description).register(registry);
  }
}
