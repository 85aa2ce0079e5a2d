package org.supportcenter.domain.booking;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentChange;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.ticket.TicketChange;

/** What becomes of a command. */
public sealed interface Decision {

  /**
   * It is done.
   *
   * @param outcome the appointments after it in the order asked for, changed or not
   * @param appointments what changed; empty when everything was so already
   * @param tickets what follows for tickets, in the order it happens
   */
  record Accepted(
      List<Appointment> outcome, List<AppointmentChange> appointments, List<TicketChange> tickets)
      implements Decision {

    public Accepted {
      outcome = List.copyOf(outcome);
      appointments = List.copyOf(appointments);
      tickets = List.copyOf(tickets);
    }
  }

  /**
   * It is not.
   *
   * @param judged what broke the rules, for which other places can be looked for; null when no rule
   *     was broken or several visits were judged together
   * @param serviceType what it was judged as; null for no named kind
   */
  record Refused(Refusal refusal, @Nullable Candidate judged, @Nullable UUID serviceType)
      implements Decision {}
}
