package org.supportcenter.compose;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;

/**
 * What the clocks of a zone show around a visit (RFC 5545, 3.6.5), by the same rules as its times
 * are told, under the name that the reader knows the zone by.
 *
 * <p>Those that come with ical4j have the whole history of a zone, which Outlook and others misread
 * or leave alone, and other names: what is {@code Asia/Calcutta} in a browser they define as {@code
 * Asia/Kolkata}. Here is the last change of clocks before the visit and those up to the first after
 * it.
 */
final class ZoneDefinitions {

  /** Offsets of older times have seconds, which some readers cannot take. */
  private static final Instant OLDEST = Instant.EPOCH;

  private ZoneDefinitions() {}

  /** The definition, good for times from the start to the end. */
  static VTimeZone of(ZoneId zone, Instant start, Instant end) {
    var rules = zone.getRules();
    var definition = new VTimeZone();
    definition.add(new TzId(zone.getId()));
    var last = rules.previousTransition(start.plusNanos(1));
    if (last == null || last.getInstant().isBefore(OLDEST)) {
      definition.add(unchanged(rules.getOffset(start)));
    } else {
      definition.add(since(zone, last));
    }
    var next = rules.nextTransition(start);
    while (next != null) {
      definition.add(since(zone, next));
      next = next.getInstant().isAfter(end) ? null : rules.nextTransition(next.getInstant());
    }
    return definition;
  }

  private static Observance unchanged(ZoneOffset offset) {
    var oldest = LocalDateTime.ofInstant(OLDEST, offset);
    return observance(new Standard(), oldest, offset, offset);
  }

  private static Observance since(ZoneId zone, ZoneOffsetTransition change) {
    return observance(
        zone.getRules().isDaylightSavings(change.getInstant()) ? new Daylight() : new Standard(),
        change.getDateTimeBefore(),
        change.getOffsetBefore(),
        change.getOffsetAfter());
  }

  /** A change is at the time that clocks show without it. */
  private static Observance observance(
      Observance observance, LocalDateTime onset, ZoneOffset before, ZoneOffset after) {
    observance.add(new DtStart<>(onset));
    observance.add(new TzOffsetFrom(before));
    observance.add(new TzOffsetTo(after));
    return observance;
  }
}
