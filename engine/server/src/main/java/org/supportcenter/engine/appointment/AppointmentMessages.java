package org.supportcenter.engine.appointment;

import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.Details;
import org.supportcenter.domain.appointment.Progress;
import org.supportcenter.domain.appointment.Terms;
import org.supportcenter.engine.resource.Locations;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.v1.Appointment.CreatedVia;
import org.supportcenter.v1.Appointment.Status;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.Priority;
import org.supportcenter.v1.Waiver;

/** Appointments on the wire. */
public final class AppointmentMessages {

  private AppointmentMessages() {}

  /** An appointment for the wire. */
  public static org.supportcenter.v1.Appointment message(Appointment appointment) {
    var message =
        org.supportcenter.v1.Appointment.newBuilder()
            .setName(Names.APPOINTMENT.of(appointment.id()))
            .setReference(appointment.reference())
            .setCustomer(Names.CUSTOMER.of(appointment.customerId()))
            .setTicket(Names.TICKET.of(appointment.ticketId()))
            .setStatus(Status.valueOf(appointment.status().name()));
    put(appointment.terms(), message);
    put(appointment.details(), message);
    put(appointment.progress(), message);
    appointment.waivers().forEach(waiver -> message.addWaivers(waiver(waiver)));
    var revision = appointment.revision();
    return message
        .setCreatedVia(CreatedVia.valueOf(revision.createdVia().name()))
        .setCreator(revision.creator())
        .setEtag(Etags.of(revision.version()))
        .setCreateTime(Times.timestamp(revision.createTime()))
        .setUpdateTime(Times.timestamp(revision.updateTime()))
        .build();
  }

  /** A rule set aside, for the wire. */
  public static Waiver waiver(org.supportcenter.domain.appointment.Waiver waiver) {
    return Waiver.newBuilder()
        .setReason(ErrorReason.valueOf(waiver.reason().name()))
        .setJustification(waiver.justification())
        .setWaivedBy(waiver.waivedBy())
        .setWaiveTime(Times.timestamp(waiver.waiveTime()))
        .build();
  }

  private static void put(Terms terms, org.supportcenter.v1.Appointment.Builder message) {
    message
        .setTechnician(Names.TECHNICIAN.of(terms.technicianId()))
        .setStartTime(Times.timestamp(terms.span().start()))
        .setEndTime(Times.timestamp(terms.span().end()))
        .setDuration(Times.duration(terms.span().length()))
        .addAllRequiredSkills(terms.requiredSkills())
        .setBufferBefore(Times.duration(terms.bufferBefore()))
        .setBufferAfter(Times.duration(terms.bufferAfter()))
        .setTimeZone(terms.timeZone().getId());
    var serviceType = terms.serviceTypeId();
    if (serviceType != null) {
      message.setServiceType(Names.SERVICE_TYPE.of(serviceType));
    }
  }

  private static void put(Details details, org.supportcenter.v1.Appointment.Builder message) {
    message
        .setDescription(details.description())
        .setPriority(Priority.valueOf(details.priority().name()));
    var location = details.location();
    if (location != null) {
      message.setLocation(Locations.message(location));
    }
    var confirmation = details.sendConfirmationEmail();
    if (confirmation != null) {
      message.setSendConfirmationEmail(confirmation);
    }
    var reminder = details.sendReminderEmail();
    if (reminder != null) {
      message.setSendReminderEmail(reminder);
    }
  }

  private static void put(Progress progress, org.supportcenter.v1.Appointment.Builder message) {
    var confirmationSent = progress.confirmationSentTime();
    if (confirmationSent != null) {
      message.setConfirmationSentTime(Times.timestamp(confirmationSent));
    }
    var reminderSent = progress.reminderSentTime();
    if (reminderSent != null) {
      message.setReminderSentTime(Times.timestamp(reminderSent));
    }
    var started = progress.actualStartTime();
    if (started != null) {
      message.setActualStartTime(Times.timestamp(started));
    }
    var ended = progress.actualEndTime();
    if (ended != null) {
      message.setActualEndTime(Times.timestamp(ended));
    }
    var cancelled = progress.cancelTime();
    if (cancelled != null) {
      message.setCancelTime(Times.timestamp(cancelled));
    }
    var why = progress.cancelReason();
    if (why != null) {
      message.setCancelReason(why);
    }
  }
}
