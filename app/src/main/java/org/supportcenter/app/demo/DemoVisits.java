package org.supportcenter.app.demo;

import com.google.protobuf.Timestamp;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.CreateAppointmentRequest;
import org.supportcenter.v1.Customer;
import org.supportcenter.v1.Priority;
import org.supportcenter.v1.ServiceType;
import org.supportcenter.v1.Technician;

/** Visits on the coming days, as a team in the middle of its week has them. */
final class DemoVisits {
  private static final Logger log = LoggerFactory.getLogger(DemoVisits.class);
  private static final int DAYS = 7;
  private static final List<LocalTime> TIMES =
      List.of(LocalTime.of(9, 0), LocalTime.of(10, 45), LocalTime.of(14, 0));
  private static final List<Priority> PRIORITIES =
      List.of(Priority.NORMAL, Priority.HIGH, Priority.NORMAL, Priority.LOW, Priority.URGENT);

  private final EngineClient engine;
  private final List<ServiceType> serviceTypes;
  private final List<Customer> customers;
  private int count;

  DemoVisits(EngineClient engine, List<ServiceType> serviceTypes, List<Customer> customers) {
    this.engine = engine;
    this.serviceTypes = serviceTypes;
    this.customers = customers;
  }

  /** Books what the rules allow; the rest (days off, skills, the past) is left out. */
  void fillDays(Technician technician, Instant now) {
    var zone = ZoneId.of(technician.getTimeZone());
    var today = LocalDate.ofInstant(now, zone);
    for (int day = 0; day < DAYS; day++) {
      for (var time : TIMES) {
        book(technician, today.plusDays(day).atTime(time).atZone(zone).toInstant());
      }
    }
  }

  private void book(Technician technician, Instant start) {
    var number = count++;
    var visit =
        Appointment.newBuilder()
            .setTechnician(technician.getName())
            .setCustomer(pick(customers, number).getName())
            .setServiceType(pick(serviceTypes, number).getName())
            .setStartTime(Timestamp.newBuilder().setSeconds(start.getEpochSecond()))
            .setPriority(pick(PRIORITIES, number))
            .setStatus(number % 5 == 4 ? Appointment.Status.DRAFT : Appointment.Status.CONFIRMED)
            .setDescription(pick(serviceTypes, number).getDisplayName());
    try {
      engine
          .appointments()
          .createAppointment(CreateAppointmentRequest.newBuilder().setAppointment(visit).build());
    } catch (StatusRuntimeException refused) {
      if (refused.getStatus().getCode() != Status.Code.FAILED_PRECONDITION) {
        throw refused;
      }
      log.debug("A demo visit breaks a rule and is left out", refused);
    }
  }

  private static <T> T pick(List<T> choices, int number) {
    return choices.get(number % choices.size());
  }
}
