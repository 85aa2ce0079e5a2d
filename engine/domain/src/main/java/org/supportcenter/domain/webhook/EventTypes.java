package org.supportcenter.domain.webhook;

import java.util.List;
import java.util.stream.Stream;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.ticket.TicketChange;

/** What an endpoint can ask to be told of. */
public final class EventTypes {

  /** All events of a resource are asked for by its name and this. */
  private static final String ANY = ".*";

  /** Every type of event there is. */
  public static final List<String> ALL =
      Stream.concat(
              Stream.of(AppointmentChange.Type.values()).map(AppointmentChange.Type::code),
              TicketChange.CODES.stream())
          .toList();

  /** What stands for several types. */
  public static final List<String> GROUPS =
      ALL.stream().map(type -> type.substring(0, type.indexOf('.')) + ANY).distinct().toList();

  private EventTypes() {}

  /** Whether an endpoint can ask for that. */
  public static boolean isKnown(String asked) {
    return ALL.contains(asked) || GROUPS.contains(asked);
  }
}
