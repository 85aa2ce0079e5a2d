package org.supportcenter.compose;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * Invitations (RFC 5545, RFC 5546). A visit has one UID for ever and its version as SEQUENCE, so
 * that calendars update and remove what they entered.
 */
final class Invitations {

  private Invitations() {}

  /** What calendars do about the occasion; null if nothing. */
  static @Nullable Invitation of(Occasion occasion) {
    return switch (occasion.purpose().kind()) {
      case CONFIRMATION, REMINDER, CHANGE ->
          invitation(occasion, ImmutableMethod.REQUEST, ImmutableStatus.VEVENT_CONFIRMED);
      case CANCELLATION ->
          invitation(occasion, ImmutableMethod.CANCEL, ImmutableStatus.VEVENT_CANCELLED);
      case REQUEST_RECEIVED, COMPLETION -> null;
    };
  }

  private static Invitation invitation(Occasion occasion, Method method, Status status) {
    var calendar = new Calendar();
    calendar.add(new ProdId("-//Support Center//Appointments//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(ImmutableCalScale.GREGORIAN);
    calendar.add(method);
    var zone = occasion.recipient().zone();
    var visit = occasion.visit();
    var told = isTold(visit.start(), zone) && isTold(visit.end(), zone);
    if (told) {
      calendar.add(ZoneDefinitions.of(zone, visit.start(), visit.end()));
    }
    calendar.add(event(occasion, status, told));
    return new Invitation(method.getValue(), calendar.toString());
  }

  /**
   * Whether the time of day in the zone says which instant is meant. When clocks are put back, what
   * comes twice means the first (RFC 5545, 3.3.5), but ical.js, for one, takes it for the second
   * where clocks are put back by half an hour.
   */
  private static boolean isTold(Instant instant, ZoneId zone) {
    return zone.getRules().getValidOffsets(instant.atZone(zone).toLocalDateTime()).size() == 1;
  }

  /** The visit, in the reader's zone where calendars can be told what that is, else in UTC. */
  private static VEvent event(Occasion occasion, Status status, boolean zoned) {
    var visit = occasion.visit();
    var zone = occasion.recipient().zone();
    var event = new VEvent(false);
    event.add(new Uid(visit.id() + "@appointments.support-center"));
    event.add(new Sequence(visit.version()));
    event.add(new DtStamp(occasion.now()));
    if (zoned) {
      // As local times: zoned ones are written by ical4j's own rules, which err where the last
      // change of clocks is years ago, in America/Sao_Paulo for one.
      event.add(new DtStart<>(visit.start().atZone(zone).toLocalDateTime()).add(tzId(zone)));
      event.add(new DtEnd<>(visit.end().atZone(zone).toLocalDateTime()).add(tzId(zone)));
    } else {
      event.add(new DtStart<>(visit.start()));
      event.add(new DtEnd<>(visit.end()));
    }
    event.add(new Summary(summary(occasion)));
    event.add(new Description(visit.description()));
    if (!visit.address().isEmpty()) {
      event.add(new Location(visit.address()));
    }
    event.add(status);
    event.add(organizer(occasion.sender()));
    event.add(attendee(occasion.recipient()));
    return event;
  }

  private static TzId tzId(ZoneId zone) {
    return new TzId(zone.getId());
  }

  private static String summary(Occasion occasion) {
    var visit = occasion.visit();
    var with =
        switch (occasion.purpose().audience()) {
          case CUSTOMER -> occasion.sender().name();
          case TECHNICIAN -> visit.customerName();
        };
    return "%s: %s".formatted(visit.reference(), with);
  }

  private static Organizer organizer(Occasion.Sender sender) {
    var organizer = new Organizer(mailto(sender.address()));
    organizer.add(new Cn(quotable(sender.name())));
    return organizer;
  }

  private static Attendee attendee(Occasion.Recipient recipient) {
    var attendee = new Attendee(mailto(recipient.address()));
    attendee.add(new Cn(quotable(recipient.name())));
    attendee.add(Role.REQ_PARTICIPANT);
    attendee.add(PartStat.ACCEPTED);
    return attendee;
  }

  private static URI mailto(String address) {
    return URI.create(
        "mailto:"
            + java.net.URLEncoder.encode(address, java.nio.charset.StandardCharsets.UTF_8)
                .replace("%40", "@")
                .replace("+", "%20"));
  }

  /** Parameters cannot hold quotes or control characters, however escaped (RFC 5545, 3.1). */
  private static String quotable(String name) {
    return Composer.oneLine(name).replace('"', '\'');
  }
}
