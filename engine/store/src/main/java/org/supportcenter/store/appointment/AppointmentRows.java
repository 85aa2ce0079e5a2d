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
    return new Appointment(
        row.get(APPOINTMENT.ID),
        row.get(APPOINTMENT.REFERENCE),
        row.get(APPOINTMENT.CUSTOMER_ID),
        row.get(APPOINTMENT.TICKET_ID),
        terms(row),
        AppointmentStatus.valueOf(row.get(APPOINTMENT.STATUS)),
        details(row),
        progress(row),
        waivers(row),
        revision(row));
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

  private static Terms terms(Record row) {
    return new Terms(
        row.get(APPOINTMENT.TECHNICIAN_ID),
        row.get(APPOINTMENT.SERVICE_TYPE_ID),
        new Span(row.get(APPOINTMENT.START_TIME), row.get(APPOINTMENT.END_TIME)),
        List.of(row.get(APPOINTMENT.REQUIRED_SKILLS)),
        Duration.ofSeconds(row.get(APPOINTMENT.BUFFER_BEFORE_SECONDS)),
        Duration.ofSeconds(row.get(APPOINTMENT.BUFFER_AFTER_SECONDS)),
        ZoneId.of(row.get(APPOINTMENT.TIME_ZONE)));
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

  private static Details details(Record row) {
    return new Details(
        row.get(APPOINTMENT.DESCRIPTION),
        location(row),
        Priority.valueOf(row.get(APPOINTMENT.PRIORITY)),
        row.get(APPOINTMENT.SEND_CONFIRMATION_EMAIL),
        row.get(APPOINTMENT.SEND_REMINDER_EMAIL));
  }

  private static @Nullable Location location(Record row) {
    var address = row.get(APPOINTMENT.ADDRESS);
    return address == null
        ? null
        : new Location(address, row.get(APPOINTMENT.LATITUDE), row.get(APPOINTMENT.LONGITUDE));
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

  private static Progress progress(Record row) {
    return new Progress(
        row.get(APPOINTMENT.CONFIRMATION_SENT_TIME),
        row.get(APPOINTMENT.REMINDER_SENT_TIME),
        row.get(APPOINTMENT.ACTUAL_START_TIME),
        row.get(APPOINTMENT.ACTUAL_END_TIME),
        row.get(APPOINTMENT.CANCEL_REASON),
        row.get(APPOINTMENT.CANCEL_TIME));
  }

  private static void write(AppointmentRecord row, Progress progress) {
    // When mails were sent is the mailer's to write; it may do so between our reading and writing.
    row.setActualStartTime(progress.actualStartTime());
    row.setActualEndTime(progress.actualEndTime());
    row.setCancelReason(progress.cancelReason());
    row.setCancelTime(progress.cancelTime());
  }

  private static List<Waiver> waivers(Record row) {
    var reasons = row.get(APPOINTMENT.WAIVED_REASONS);
    var waivers = new ArrayList<Waiver>(reasons.length);
    for (int i = 0; i < reasons.length; i++) {
      waivers.add(
          new Waiver(
              Reason.valueOf(reasons[i]),
              row.get(APPOINTMENT.WAIVE_JUSTIFICATIONS)[i],
              row.get(APPOINTMENT.WAIVED_BY)[i],
              row.get(APPOINTMENT.WAIVE_TIMES)[i].toInstant()));
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

  private static Revision revision(Record row) {
    return new Revision(
        row.get(APPOINTMENT.VERSION),
        Source.valueOf(row.get(APPOINTMENT.CREATED_VIA)),
        row.get(APPOINTMENT.CREATOR),
        row.get(APPOINTMENT.CREATE_TIME),
        row.get(APPOINTMENT.UPDATE_TIME));
  }

  private static void write(AppointmentRecord row, Revision revision) {
    row.setVersion(revision.version());
    row.setCreatedVia(revision.createdVia().name());
    row.setCreator(revision.creator());
    row.setCreateTime(revision.createTime());
    row.setUpdateTime(revision.updateTime());
  }
}
