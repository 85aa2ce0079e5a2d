package org.supportcenter.store.outbox;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.notification.Notices;
import org.supportcenter.domain.ticket.TicketChange;
import org.supportcenter.store.Tx;

/**
 * What is written beside every change, in its transaction: the event, which is at once history,
 * change feed and what webhooks deliver, and the mails that follow from it.
 */
public final class Outbox {

  /**
   * So many changes travel together. Plans change a thousand visits, and text that is new each time
   * is planned each time; of many groups all but the last are the same text.
   */
  private static final int GROUP = 50;

  /** Writes what follows from the change of a ticket alone. */
  public void append(Tx tx, Author author, TicketChange change) {
    append(tx, author, List.of(), List.of(change));
  }

  /**
   * Writes what follows from the changes. Call it after the rows themselves were written: the mails
   * refer to the appointment, and ask customers and technicians for an address.
   *
   * @param author who made all of them
   * @param appointments at most one change of each appointment
   * @param tickets at most one change of each ticket
   */
  public void append(
      Tx tx, Author author, List<AppointmentChange> appointments, List<TicketChange> tickets) {
    if (appointments.isEmpty() && tickets.isEmpty()) {
      return;
    }
    inGroups(
        tx, events(appointments, tickets), group -> tx.enqueue(EventRows.insert(author, group)));
    inGroups(
        tx,
        appointments,
        group ->
            group.forEach(
                change -> NotificationRows.steps(Notices.of(change)).forEach(tx::enqueue)));
  }

  private static <T> void inGroups(Tx tx, List<T> all, Consumer<List<T>> enqueue) {
    for (int i = 0; i < all.size(); i += GROUP) {
      if (i > 0) {
        tx.send();
      }
      enqueue.accept(all.subList(i, Math.min(i + GROUP, all.size())));
    }
  }

  private static List<EventRow> events(
      List<AppointmentChange> appointments, List<TicketChange> tickets) {
    return Stream.concat(
            appointments.stream().map(EventRow::of), tickets.stream().map(EventRow::of))
        .toList();
  }
}
