package org.supportcenter.compose;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A made-up visit, to see what a template looks like and whether it can be rendered. */
public final class Sample {

  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");
  private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");
  private static final Instant END = Instant.parse("2027-03-01T10:00:00Z");

  private Sample() {}

  /** An occasion in which every variable has a value, awkward ones included. */
  public static Occasion occasion(Purpose purpose, Locale locale) {
    return occasion(
        purpose,
        locale,
        new Occasion.Visit(
            ID,
            2,
            "APPT-001",
            "TICK-001",
            START,
            END,
            "Ada <Example> & Sons",
            "+49 30 1234567",
            "Grace Example",
            "Router installation",
            "The router is \"offline\"",
            "Example Street 1, Berlin",
            "Parts are missing"),
        "Call +49 30 7654321",
        "https://support.example/unsubscribe/sample");
  }

  /** An occasion in which only what every visit has is given. */
  static Occasion sparse(Purpose purpose, Locale locale) {
    return occasion(
        purpose,
        locale,
        new Occasion.Visit(
            ID,
            1,
            "APPT-001",
            "TICK-001",
            START,
            END,
            "Ada Example",
            "",
            "Grace Example",
            "",
            "",
            "",
            ""),
        "",
        null);
  }

  private static Occasion occasion(
      Purpose purpose,
      Locale locale,
      Occasion.Visit visit,
      String contact,
      @Nullable String unsubscribeUrl) {
    var recipient =
        switch (purpose.audience()) {
          case CUSTOMER -> visit.customerName();
          case TECHNICIAN -> visit.technicianName();
        };
    return new Occasion(
        purpose,
        new Occasion.Recipient(
            recipient, "recipient@example.org", ZoneId.of("Europe/Berlin"), locale),
        visit,
        new Occasion.Sender("Example Support", "support@example.org", contact),
        unsubscribeUrl,
        START);
  }
}
