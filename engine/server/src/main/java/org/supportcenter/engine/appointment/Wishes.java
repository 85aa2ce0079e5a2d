package org.supportcenter.engine.appointment;

import static org.supportcenter.domain.policy.Limits.VISIT_DURATION;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.appointment.Details;
import org.supportcenter.domain.booking.WaiverRequest;
import org.supportcenter.domain.booking.Wish;
import org.supportcenter.domain.customer.CustomerProfile;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.resource.Locations;
import org.supportcenter.engine.resource.Texts;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.ErrorReason;

/** Reads from the wire how people want an appointment. Refuses what makes no sense. */
final class Wishes {

  private Wishes() {}

  /** A wish for a customer whose id is known. */
  static Wish wish(Appointment message) {
    return wish(message, Names.CUSTOMER.id(message.getCustomer(), "appointment.customer"));
  }

  /** A wish for the customer. */
  static Wish wish(Appointment message, UUID customer) {
    if (!message.hasStartTime()) {
      throw invalid("appointment.startTime", "is required");
    }
    return new Wish(
        customer,
        Names.TECHNICIAN.id(message.getTechnician(), "appointment.technician"),
        optional(Names.TICKET, message.getTicket(), "appointment.ticket"),
        optional(Names.SERVICE_TYPE, message.getServiceType(), "appointment.serviceType"),
        Times.instant(message.getStartTime(), "appointment.startTime"),
        message.hasDuration()
            ? Times.duration(message.getDuration(), VISIT_DURATION, "appointment.duration")
            : null,
        message.getRequiredSkillsList(),
        details(message));
  }

  /**
   * The customer to be created with the appointment; null when an existing one is named.
   *
   * @throws RefusedException unless exactly one of the two is given
   */
  static @Nullable CustomerProfile newCustomer(Appointment message) {
    if (message.hasNewCustomer() != message.getCustomer().isEmpty()) {
      throw invalid("appointment.customer", "or newCustomer must be given, and not both");
    }
    if (!message.hasNewCustomer()) {
      return null;
    }
    var customer = message.getNewCustomer();
    return new CustomerProfile(
        Texts.required(customer.getDisplayName(), "appointment.newCustomer.displayName"),
        customer.getEmail(),
        customer.getPhone(),
        customer.getAddress(),
        null,
        null,
        false);
  }

  /** The status to begin with: confirmed unless a draft is asked for. */
  static AppointmentStatus firstStatus(Appointment message) {
    return switch (message.getStatus()) {
      case STATUS_UNSPECIFIED, CONFIRMED -> AppointmentStatus.CONFIRMED;
      case DRAFT -> AppointmentStatus.DRAFT;
      case IN_PROGRESS, COMPLETED, CANCELLED, NO_SHOW, UNRECOGNIZED ->
          throw invalid("appointment.status", "must be DRAFT or CONFIRMED when booking");
    };
  }

  /** The answer to a dry run: nothing is named that does not exist. */
  static Appointment unnamed(Appointment booked, Appointment asked) {
    return booked.toBuilder()
        .clearName()
        .setCustomer(asked.getCustomer())
        .setTicket(asked.getTicket())
        .build();
  }

  /**
   * Rules to be set aside.
   *
   * @throws RefusedException if the caller may not, a reason is no rule, or nobody said why
   */
  static WaiverRequest waiver(Caller caller, List<ErrorReason> waive, String justification) {
    if (waive.isEmpty()) {
      if (!justification.isEmpty()) {
        throw invalid("waiveJustification", "can only be given with waive");
      }
      return WaiverRequest.NONE;
    }
    if (!caller.mayWaive()) {
      throw new Refusal.NotAllowed("Only managers may waive scheduling rules.").asException();
    }
    if (justification.isBlank()) {
      throw invalid("waiveJustification", "must say why the rules are waived");
    }
    return new WaiverRequest(Set.copyOf(waive.stream().map(Wishes::rule).toList()), justification);
  }

  private static Reason rule(ErrorReason reason) {
    try {
      return Reason.valueOf(reason.name());
    } catch (IllegalArgumentException noRule) {
      throw invalid("waive", "names %s, which is no scheduling rule".formatted(reason));
    }
  }

  private static Details details(Appointment message) {
    return new Details(
        message.getDescription(),
        message.hasLocation()
            ? Locations.location(message.getLocation(), "appointment.location")
            : null,
        message.getPriority() == org.supportcenter.v1.Priority.PRIORITY_UNSPECIFIED
            ? Priority.NORMAL
            : Priority.valueOf(message.getPriority().name()),
        message.hasSendConfirmationEmail() ? message.getSendConfirmationEmail() : null,
        message.hasSendReminderEmail() ? message.getSendReminderEmail() : null);
  }

  private static @Nullable UUID optional(Names kind, String name, String field) {
    return name.isEmpty() ? null : kind.id(name, field);
  }

  static RefusedException invalid(String field, String problem) {
    return new Refusal.FieldsInvalid(field, problem).asException();
  }
}
