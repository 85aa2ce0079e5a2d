package org.supportcenter.store.outbox;

import java.util.List;
import java.util.stream.Stream;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.notification.Notices;
import org.supportcenter.domain.ticket.TicketChange;
import org.supportcenter.store.Step;
import org.supportcenter.store.Tx;

/**
 * What is written beside every change, in its transaction: the event, which is at once history,
 * change feed and what webhooks deliver, and the mails that follow from it.
 */
public final class Outbox {

  // Written as the driver takes it: this is part of every booking, and rendering would cost more
  // than running it.
  private static final String OF_NEW =
      "WITH appended AS (%s) %s".formatted(EventRows.INSERT, NotificationRows.INSERT);
  private static final String OF_CHANGED =
      "WITH appended AS (%s), superseded AS (%s), carried AS (%s) %s"
          .formatted(
              EventRows.INSERT,
              NotificationRows.VOID,
              NotificationRows.CARRY,
              NotificationRows.INSERT);

  /** Writes what follows from the change of a ticket alone. */
  public void append(Tx tx, Author author, TicketChange change) {
    append(tx, author, List.of(), List.of(change));
  }

  /**
   * Writes what follows from the changes, in one statement. Call it after the rows themselves were
   * written: the mails refer to the appointment, and ask customers and technicians for an address.
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
    var events = events(appointments, tickets);
    var notices = appointments.stream().map(Notices::of).toList();
    var changed = notices.stream().filter(each -> each.appointment().version() > 1).toList();
    var sql = changed.isEmpty() ? OF_NEW : OF_CHANGED;
    tx.enqueue(
        Step.silent(
            sql,
            binder -> {
              EventRows.bind(binder, author, events);
              if (!changed.isEmpty()) {
                NotificationRows.bindVoid(binder, changed);
                NotificationRows.bindCarry(binder, changed);
              }
              NotificationRows.bindOwed(binder, notices);
            }));
  }

  private static List<EventRow> events(
      List<AppointmentChange> appointments, List<TicketChange> tickets) {
    return Stream.concat(
            appointments.stream().map(EventRow::of), tickets.stream().map(EventRow::of))
        .toList();
  }
}
