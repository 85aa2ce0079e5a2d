package org.supportcenter.compose;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What templates can say, by name. A value that was not given is empty, and a section over it is
 * left out.
 */
final class Variables {

  /** The only one that may stand where an address of a page belongs. */
  static final String UNSUBSCRIBE_URL = "unsubscribeUrl";

  private Variables() {}

  /** Every variable and its value. */
  static Map<String, Object> of(Occasion occasion) {
    var visit = occasion.visit();
    var locale = occasion.recipient().locale();
    var start = visit.start().atZone(occasion.recipient().zone());
    var end = visit.end().atZone(occasion.recipient().zone());
    var values = new LinkedHashMap<String, Object>();
    values.put("recipient", occasion.recipient().name());
    values.put("customer", visit.customerName());
    values.put("customerPhone", visit.customerPhone());
    values.put("technician", visit.technicianName());
    values.put("organisation", occasion.sender().name());
    values.put("contact", occasion.sender().contact());
    values.put("reference", visit.reference());
    values.put("ticket", visit.ticketReference());
    values.put("service", visit.serviceType());
    values.put("description", visit.description());
    values.put("address", visit.address());
    values.put("date", date(start.toLocalDate(), locale));
    values.put("startTime", time(start, locale));
    values.put("endTime", endTime(start, end, locale));
    values.put("zone", zone(start));
    values.put("cancelReason", visit.cancelReason());
    var unsubscribe = occasion.unsubscribeUrl();
    values.put(UNSUBSCRIBE_URL, unsubscribe == null ? "" : unsubscribe);
    return values;
  }

  private static String date(LocalDate date, Locale locale) {
    return spaced(
        date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale)));
  }

  private static String time(ZonedDateTime time, Locale locale) {
    return spaced(
        time.format(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale)));
  }

  private static String endTime(ZonedDateTime start, ZonedDateTime end, Locale locale) {
    var time = time(end, locale);
    return end.toLocalDate().equals(start.toLocalDate())
        ? time
        : "%s, %s".formatted(date(end.toLocalDate(), locale), time);
  }

  private static String zone(ZonedDateTime start) {
    var offset = start.getOffset().getId();
    return "%s, UTC%s".formatted(start.getZone().getId(), offset.equals("Z") ? "" : offset);
  }

  /** Some locales have narrow spaces that old mail programs show as boxes. */
  private static String spaced(String text) {
    return text.replace('\u202f', ' ').replace('\u00a0', ' ');
  }
}
