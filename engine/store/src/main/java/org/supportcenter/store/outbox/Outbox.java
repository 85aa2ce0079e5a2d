package org.supportcenter.store.outbox;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.with;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.change.Author;
import org.supportcenter.domain.notification.Notices;
import org.supportcenter.domain.ticket.TicketChange;
import org.supportcenter.schema.jooq.tables.records.EventRecord;
import org.supportcenter.store.Tx;

/**
 * What is written beside every change, in its transaction: the event, which is at once history,
 * change feed and what webhooks deliver, and the mails that follow from it.
 */
public final class Outbox {

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
    var steps = new ArrayList<CommonTableExpression<?>>();
    steps.add(name("appended").as(EventRows.insert(events(author, appointments, tickets))));
    var notices = appointments.stream().map(Notices::of).toList();
    var changed = notices.stream().filter(each -> each.appointment().version() > 1).toList();
    if (!changed.isEmpty()) {
      steps.add(name("superseded").as(NotificationRows.voidSuperseded(changed)));
      steps.add(name("carried").as(NotificationRows.carry(changed)));
    }
    if (notices.stream().anyMatch(each -> !each.owed().isEmpty())) {
      steps.add(name("owed").as(NotificationRows.insert(notices)));
    }
    tx.sql().fetch(with(steps).selectOne());
  }

  private static List<EventRecord> events(
      Author author, List<AppointmentChange> appointments, List<TicketChange> tickets) {
    return Stream.concat(
            appointments.stream().map(change -> EventRows.of(change, author)),
            tickets.stream().map(change -> EventRows.of(change, author)))
        .toList();
  }
}
