package org.supportcenter.store.appointment;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;

/**
 * Filters and orders of appointments said again, over a list in memory.
 *
 * @param customerNames what text search finds a customer by
 */
record ListInMemory(List<Appointment> all, Map<UUID, String> customerNames) {
  static final Map<String, Comparator<Appointment>> ORDERS =
      Map.of(
          "startTime", Comparator.comparing(visit -> visit.span().start()),
          "endTime", Comparator.comparing(visit -> visit.span().end()),
          "reference", Comparator.comparing(visit -> Long.valueOf(visit.reference().substring(5))),
          "status", Comparator.comparing(Appointment::status),
          "priority", Comparator.comparing(visit -> visit.details().priority()),
          "createTime", Comparator.comparing(visit -> visit.revision().createTime()),
          "updateTime", Comparator.comparing(visit -> visit.revision().updateTime()));
  private static final Comparator<Appointment> BY_NAME =
      Comparator.comparing(visit -> visit.id().toString());

  List<Appointment> list(AppointmentFilter filter, String order) {
    return sorted(all.stream().filter(visit -> fits(visit, filter)).toList(), order);
  }

  private boolean fits(Appointment visit, AppointmentFilter filter) {
    return is(filter.viewer(), visit.technicianId())
        && is(filter.technicianId(), visit.technicianId())
        && is(filter.customerId(), visit.customerId())
        && is(filter.ticketId(), visit.ticketId())
        && is(filter.serviceTypeId(), visit.terms().serviceTypeId())
        && (filter.from() == null || visit.span().end().isAfter(filter.from()))
        && (filter.until() == null || visit.span().start().isBefore(filter.until()))
        && (filter.statuses().isEmpty() || filter.statuses().contains(visit.status()))
        && (filter.priorities().isEmpty()
            || filter.priorities().contains(visit.details().priority()))
        && List.of(filter.words().strip().split("\\s+")).stream()
            .allMatch(word -> text(visit).contains(word.toLowerCase(Locale.ROOT)));
  }

  private static boolean is(@Nullable UUID wanted, @Nullable UUID id) {
    return wanted == null || wanted.equals(id);
  }

  private String text(Appointment visit) {
    var location = visit.details().location();
    return String.join(
            "\n",
            visit.reference(),
            customerNames.get(visit.customerId()),
            visit.details().description(),
            location == null ? "" : location.address())
        .toLowerCase(Locale.ROOT);
  }

  static List<Appointment> sorted(List<Appointment> visits, String order) {
    Comparator<Appointment> by = (one, other) -> 0;
    var last = BY_NAME;
    for (var key : order.split(",")) {
      var words = key.strip().split(" ");
      var next = ORDERS.get(words[0]);
      var descending = words.length > 1;
      by = by.thenComparing(descending ? next.reversed() : next);
      last = descending ? BY_NAME.reversed() : BY_NAME;
    }
    return visits.stream().sorted(by.thenComparing(last)).toList();
  }
}
