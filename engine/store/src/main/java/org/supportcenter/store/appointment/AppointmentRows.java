package org.supportcenter.store.appointment;

import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;
import org.supportcenter.domain.appointment.AppointmentStatus;
import org.supportcenter.domain.appointment.Details;
import org.supportcenter.domain.appointment.Progress;
import org.supportcenter.domain.appointment.Revision;
import org.supportcenter.domain.appointment.Terms;
import org.supportcenter.domain.appointment.Waiver;
import org.supportcenter.domain.change.Source;
import org.supportcenter.domain.place.Location;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.time.Span;
import org.supportcenter.schema.jooq.tables.records.AppointmentRecord;

/** Appointments as rows. */
public final class AppointmentRows {

  private AppointmentRows() {}

  /** Reads a row that has all columns of the table. */
  public static Appointment read(Record row) {
    var appointment = row.into(APPOINTMENT);
    return new Appointment(
        appointment.getId(),
        appointment.getReference(),
        appointment.getCustomerId(),
        appointment.getTicketId(),
        terms(appointment),
        AppointmentStatus.valueOf(appointment.getStatus()),
        details(appointment),
        progress(appointment),
        waivers(appointment),
        revision(appointment));
  }

  /** The row as it is written, but for its tenant. */
  public static AppointmentRecord write(Appointment appointment) {
    var row = new AppointmentRecord();
    row.setId(appointment.id());
    row.setReference(appointment.reference());
    row.setCustomerId(appointment.customerId());
    row.setTicketId(appointment.ticketId());
    row.setStatus(appointment.status().name());
    row.setHolds(appointment.status().holdsTime());
    row.setBufferWaived(appointment.bufferWaived());
    write(row, appointment.terms());
    write(row, appointment.details());
    write(row, appointment.progress());
    write(row, appointment.waivers());
    write(row, appointment.revision());
    return row;
  }

  private static Terms terms(AppointmentRecord row) {
    return new Terms(
        row.getTechnicianId(),
        row.getServiceTypeId(),
        new Span(row.getStartTime(), row.getEndTime()),
        List.of(row.getRequiredSkills()),
        Duration.ofSeconds(row.getBufferBeforeSeconds()),
        Duration.ofSeconds(row.getBufferAfterSeconds()),
        ZoneId.of(row.getTimeZone()));
  }

  private static void write(AppointmentRecord row, Terms terms) {
    row.setTechnicianId(terms.technicianId());
    row.setServiceTypeId(terms.serviceTypeId());
    row.setStartTime(terms.span().start());
    row.setEndTime(terms.span().end());
    row.setBufferBeforeSeconds(Math.toIntExact(terms.bufferBefore().toSeconds()));
    row.setBufferAfterSeconds(Math.toIntExact(terms.bufferAfter().toSeconds()));
    row.setOccupiedStart(terms.occupied().start());
    row.setOccupiedEnd(terms.occupied().end());
    row.setRequiredSkills(terms.requiredSkills().toArray(String[]::new));
    row.setTimeZone(terms.timeZone().getId());
  }

  private static Details details(AppointmentRecord row) {
    return new Details(
        row.getDescription(),
        location(row),
        Priority.valueOf(row.getPriority()),
        row.getSendConfirmationEmail(),
        row.getSendReminderEmail());
  }

  private static @Nullable Location location(AppointmentRecord row) {
    var address = row.getAddress();
    return address == null ? null : new Location(address, row.getLatitude(), row.getLongitude());
  }

  private static void write(AppointmentRecord row, Details details) {
    var location = details.location();
    row.setDescription(details.description());
    row.setAddress(location == null ? null : location.address());
    row.setLatitude(location == null ? null : location.latitude());
    row.setLongitude(location == null ? null : location.longitude());
    row.setPriority(details.priority().name());
    row.setSendConfirmationEmail(details.sendConfirmationEmail());
    row.setSendReminderEmail(details.sendReminderEmail());
  }

  private static Progress progress(AppointmentRecord row) {
    return new Progress(
        row.getConfirmationSentTime(),
        row.getReminderSentTime(),
        row.getActualStartTime(),
        row.getActualEndTime(),
        row.getCancelReason(),
        row.getCancelTime());
  }

  private static void write(AppointmentRecord row, Progress progress) {
    row.setConfirmationSentTime(progress.confirmationSentTime());
    row.setReminderSentTime(progress.reminderSentTime());
    row.setActualStartTime(progress.actualStartTime());
    row.setActualEndTime(progress.actualEndTime());
    row.setCancelReason(progress.cancelReason());
    row.setCancelTime(progress.cancelTime());
  }

  private static List<Waiver> waivers(AppointmentRecord row) {
    var reasons = row.getWaivedReasons();
    var waivers = new ArrayList<Waiver>(reasons.length);
    for (int i = 0; i < reasons.length; i++) {
      waivers.add(
          new Waiver(
              Reason.valueOf(reasons[i]),
              row.getWaiveJustifications()[i],
              row.getWaivedBy()[i],
              row.getWaiveTimes()[i].toInstant()));
    }
    return waivers;
  }

  private static void write(AppointmentRecord row, List<Waiver> waivers) {
    row.setWaivedReasons(
        waivers.stream().map(waiver -> waiver.reason().name()).toArray(String[]::new));
    row.setWaiveJustifications(waivers.stream().map(Waiver::justification).toArray(String[]::new));
    row.setWaivedBy(waivers.stream().map(Waiver::waivedBy).toArray(String[]::new));
    row.setWaiveTimes(
        waivers.stream()
            .map(waiver -> waiver.waiveTime().atOffset(ZoneOffset.UTC))
            .toArray(OffsetDateTime[]::new));
  }

  private static Revision revision(AppointmentRecord row) {
    return new Revision(
        row.getVersion(),
        Source.valueOf(row.getCreatedVia()),
        row.getCreator(),
        row.getCreateTime(),
        row.getUpdateTime());
  }

  private static void write(AppointmentRecord row, Revision revision) {
    row.setVersion(revision.version());
    row.setCreatedVia(revision.createdVia().name());
    row.setCreator(revision.creator());
    row.setCreateTime(revision.createTime());
    row.setUpdateTime(revision.updateTime());
  }
}
