package org.supportcenter.app.demo;

import static com.google.type.DayOfWeek.FRIDAY;
import static com.google.type.DayOfWeek.MONDAY;
import static com.google.type.DayOfWeek.SATURDAY;
import static com.google.type.DayOfWeek.THURSDAY;
import static com.google.type.DayOfWeek.TUESDAY;
import static com.google.type.DayOfWeek.WEDNESDAY;

import com.google.protobuf.Duration;
import com.google.type.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import org.supportcenter.v1.Customer;
import org.supportcenter.v1.Policy;
import org.supportcenter.v1.ServiceType;
import org.supportcenter.v1.Technician;
import org.supportcenter.v1.WeeklyHours;

/** Who and what appears in the demo. */
final class DemoCast {
  private static final int MINUTE = 60;

  private DemoCast() {}

  /**
   * A technician and what differs from the tenant's policy.
   *
   * @param policy empty if nothing differs
   */
  record Member(Technician technician, Policy policy) {}

  /** Weekdays with a lunch break, a quarter of an hour between visits, eight visits a day. */
  static Policy tenantPolicy() {
    return Policy.newBuilder()
        .addAllWeeklyHours(hours("08:00", "12:00", MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY))
        .addAllWeeklyHours(hours("12:30", "17:00", MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY))
        .setBufferBefore(minutes(0))
        .setBufferAfter(minutes(15))
        .setMaxDailyAppointments(8)
        .setDefaultDuration(minutes(60))
        .setMinimumNotice(minutes(0))
        .setAdvanceBookingDays(60)
        .setSlotStep(minutes(15))
        .build();
  }

  static List<Member> technicians() {
    return List.of(
        new Member(
            technician("Anna Berger", "anna", "Europe/Berlin", "network", "hardware"),
            Policy.getDefaultInstance()),
        new Member(
            technician("Ben Carter", "ben", "America/New_York", "network", "printers"),
            Policy.newBuilder()
                .addAllWeeklyHours(
                    hours("09:00", "18:00", MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY))
                .build()),
        new Member(
            technician("Chitra Rao", "chitra", "Asia/Kolkata", "hardware", "software"),
            Policy.newBuilder()
                .addAllWeeklyHours(
                    hours("10:00", "19:00", MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY))
                .setBufferBefore(minutes(10))
                .build()),
        new Member(
            technician("Dana Novak", "dana", "Europe/Berlin", "printers", "software"),
            Policy.newBuilder()
                .addAllWeeklyHours(hours("09:00", "15:00", MONDAY, WEDNESDAY, FRIDAY))
                .setMaxDailyAppointments(4)
                .build()));
  }

  static List<ServiceType> serviceTypes() {
    return List.of(
        ServiceType.newBuilder()
            .setDisplayName("Router installation")
            .setDuration(minutes(90))
            .addRequiredSkills("network")
            .build(),
        ServiceType.newBuilder()
            .setDisplayName("Printer repair")
            .setDuration(minutes(60))
            .addRequiredSkills("printers")
            .build(),
        ServiceType.newBuilder()
            .setDisplayName("Laptop replacement")
            .setDuration(minutes(45))
            .addRequiredSkills("hardware")
            .build());
  }

  static List<Customer> customers() {
    return List.of(
        customer("Lindenhof Bakery", "office@lindenhof.example", "Lindenweg 4, Berlin"),
        customer("Hudson Dental", "desk@hudson-dental.example", "112 W 40th St, New York"),
        customer("Marigold Textiles", "it@marigold.example", "18 MG Road, Bengaluru"),
        customer("North Pier Books", "hello@northpier.example", "9 Pier Lane, Boston"),
        customer("Kaya Architects", "studio@kaya.example", "Torstrasse 77, Berlin"),
        customer("Sundar Clinic", "frontdesk@sundar.example", "5 Park Street, Kolkata"));
  }

  /** Lives in the other tenant. */
  static Technician stranger() {
    return technician("Olu Adeyemi", "olu", "Europe/London", "network");
  }

  private static Technician technician(
      String displayName, String mailbox, String timeZone, String... skills) {
    return Technician.newBuilder()
        .setDisplayName(displayName)
        .setEmail(mailbox + "@support-center.example")
        .setTimeZone(timeZone)
        .addAllSkills(List.of(skills))
        .build();
  }

  private static Customer customer(String displayName, String email, String address) {
    return Customer.newBuilder()
        .setDisplayName(displayName)
        .setEmail(email)
        .setAddress(address)
        .build();
  }

  private static List<WeeklyHours> hours(String from, String to, DayOfWeek... days) {
    return Arrays.stream(days)
        .map(day -> WeeklyHours.newBuilder().setDay(day).setFrom(from).setTo(to).build())
        .toList();
  }

  private static Duration minutes(int minutes) {
    return Duration.newBuilder().setSeconds((long) minutes * MINUTE).build();
  }
}
