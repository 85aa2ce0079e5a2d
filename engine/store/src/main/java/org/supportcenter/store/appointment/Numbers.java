package org.supportcenter.store.appointment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.supportcenter.store.ReferenceNumbers;
import org.supportcenter.store.Step;
import org.supportcenter.store.Tx;

/**
 * The references of an appointment that may be made, and of the ticket that would be made with it.
 * They are drawn while the facts are read, which saves a round trip; one that is refused leaves a
 * gap.
 */
public final class Numbers {

  private static final String OF_APPOINTMENT = "SELECT " + ReferenceNumbers.nextOfAppointment();
  private static final String OF_BOTH = OF_APPOINTMENT + ", " + ReferenceNumbers.nextOfTicket();

  private @Nullable String appointment;
  private @Nullable String ticket;

  private Numbers() {}

  /** Draws them with the next round trip; until then there are none. */
  static Numbers draw(Tx tx, boolean forTicket) {
    var numbers = new Numbers();
    tx.enqueue(
        new Step(
            forTicket ? OF_BOTH : OF_APPOINTMENT,
            _ -> {},
            rows -> {
              rows.next();
              numbers.appointment = rows.getString(1);
              numbers.ticket = forTicket ? rows.getString(2) : null;
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
