package org.supportcenter.compose;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.supportcenter.compose.Purpose.Audience;
import org.supportcenter.compose.Purpose.Kind;

/** The sample visit at other times, and of people with other names. */
final class Occasions {

  static final Duration LENGTH = Duration.ofMinutes(45);

  private Occasions() {}

  /** For a customer in that zone. */
  static Occasion at(Kind kind, ZoneId zone, Instant start, int version) {
    var sample = Sample.occasion(new Purpose(kind, Audience.CUSTOMER), Locale.ENGLISH);
    var visit = sample.visit();
    return new Occasion(
        sample.purpose(),
        new Occasion.Recipient("Ada", "ada@example.org", zone, Locale.ENGLISH),
        new Occasion.Visit(
            visit.id(),
            version,
            visit.reference(),
            visit.ticketReference(),
            start,
            start.plus(LENGTH),
            visit.customerName(),
            visit.customerPhone(),
            visit.technicianName(),
            visit.serviceType(),
            visit.description(),
            visit.address(),
            visit.cancelReason()),
        sample.sender(),
        null,
        sample.now());
  }

  /** A confirmation in which everything that people can write is that text. */
  static Occasion saying(String text) {
    var sample = Sample.occasion(new Purpose(Kind.CONFIRMATION, Audience.CUSTOMER), Locale.ENGLISH);
    var visit = sample.visit();
    return new Occasion(
        sample.purpose(),
        new Occasion.Recipient(text, "ada@example.org", ZoneId.of("UTC"), Locale.ENGLISH),
        new Occasion.Visit(
            visit.id(),
            1,
            visit.reference(),
            visit.ticketReference(),
            visit.start(),
            visit.end(),
            text,
            text,
            text,
            text,
            text,
            text,
            text),
        new Occasion.Sender(text, "support@example.org", text),
        null,
        sample.now());
  }
}
