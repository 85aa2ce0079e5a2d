package org.supportcenter.compose;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a mail can say. Texts are as people entered them; empty ones were not given.
 *
 * @param recipient whom it is for
 * @param visit the visit it is about
 * @param sender whom it is from
 * @param unsubscribeUrl where reminders can be stopped; null where there is nothing to stop
 * @param now when it is composed
 */
public record Occasion(
    Purpose purpose,
    Recipient recipient,
    Visit visit,
    Sender sender,
    @Nullable String unsubscribeUrl,
    Instant now) {

  /**
   * Who reads it.
   *
   * @param zone in which times are written
   * @param locale in which it is written
   */
  public record Recipient(String name, String address, ZoneId zone, Locale locale) {}

  /**
   * The visit.
   *
   * @param version rises with every change
   * @param serviceType its name; empty if it has none
   */
  public record Visit(
      UUID id,
      int version,
      String reference,
      String ticketReference,
      Instant start,
      Instant end,
      String customerName,
      String customerPhone,
      String technicianName,
      String serviceType,
      String description,
      String address,
      String cancelReason) {}

  /**
   * The organisation that sends it.
   *
   * @param name what people know it as
   * @param address its sender address
   * @param contact whom to ask; empty if nobody was named
   */
  public record Sender(String name, String address, String contact) {

    /** Its address where none is configured; no server outside takes mail from it. */
    public static final String DEFAULT_ADDRESS = "support-center@localhost";
  }
}
