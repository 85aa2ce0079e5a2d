package org.supportcenter.store.appointment;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportcenter.store.ReferenceNumbers;
import org.supportcenter.store.Tx;
import org.supportcenter.store.Values;

/**
 * The references of an appointment that may be made, and of the ticket that would be made with it.
 * They are drawn while the facts are read, which saves a round trip; one that is refused leaves a
 * gap.
 */
public final class Numbers {

  private static final List<String> OF_APPOINTMENT =
      List.of(ReferenceNumbers.APPOINTMENT.nextNumber());
  private static final List<String> OF_BOTH =
      List.of(ReferenceNumbers.APPOINTMENT.nextNumber(), ReferenceNumbers.TICKET.nextNumber());

  private @Nullable String appointment;
  private @Nullable String ticket;

  private Numbers() {}

  /** Draws them with the next round trip; until then there are none. */
  static Numbers draw(Tx tx, boolean forTicket) {
    var numbers = new Numbers();
    tx.enqueue(
        new Values(
            forTicket ? OF_BOTH : OF_APPOINTMENT,
            _ -> {},
            (row, first) -> {
              numbers.appointment = ReferenceNumbers.APPOINTMENT.reference(row.getLong(first));
              numbers.ticket =
                  forTicket ? ReferenceNumbers.TICKET.reference(row.getLong(first + 1)) : null;
            }));
    return numbers;
  }

  String appointment() {
    return Objects.requireNonNull(appointment, "not drawn yet");
  }

  String ticket() {
    return Objects.requireNonNull(ticket, "not drawn");
  }
}
