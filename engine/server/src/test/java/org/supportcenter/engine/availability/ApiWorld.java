package org.supportcenter.engine.availability;

import com.google.protobuf.Timestamp;
import io.grpc.StatusRuntimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.supportcenter.domain.rule.Reason;
import org.supportcenter.domain.time.LocalHours;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.time.TzDatabase;
import org.supportcenter.domain.time.WallClock;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.CreateAppointmentRequest;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.ListSlotsRequest;

/**
 * A random tenant made through the API and, where the API has no way, by SQL: one technician whose
 * slots are asked for, a colleague, visits, absences. The same seed makes the same one.
 */
final class ApiWorld {

  private static final List<String> ZONES = List.copyOf(TzDatabase.ids());

  /** Coarse, so that the whole grid can be tried. */
  private static final int[] STEP_MINUTES = {60, 45, 37};

  final Office office;
  final UUID technician;
  final UUID colleague;
  final ZoneId zone;
  final Span window;
  private final Random random;
  private final LocalDate date;
  private final Duration step;
  private final Duration duration;
  private final String customer;
  private final Map<LocalDate, List<LocalHours>> overrides = new HashMap<>();
  private final Map<DayOfWeek, List<LocalHours>> weekly = new HashMap<>();

  ApiWorld(EngineExtension engine, long seed) {
    random = new Random(seed);
    zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    date = date();
    window = WallClock.days(date.minusDays(1), date.plusDays(1), zone);
    engine.clock().set(window.start().minusSeconds(random.nextInt(300_000) - 50_000));
    office = new Office(engine);
    technician = engine.seeds().technician(office.tenant, zone.getId(), "network");
    colleague = engine.seeds().technician(office.tenant, zone.getId(), "network");
    customer = "customers/" + engine.seeds().customer(office.tenant);
    step = Duration.ofMinutes(STEP_MINUTES[random.nextInt(STEP_MINUTES.length)]);
    duration = Duration.ofMinutes(15L + random.nextInt(12) * 15L);
    policy(technician);
    absences();
    for (int i = random.nextInt(8); i > 0; i--) {
      visit(random.nextInt(3) == 0 ? colleague : technician, random.nextInt(3) == 0);
    }
  }

  @Override
  public String toString() {
    return "world in %s around %s".formatted(zone, date);
  }

  /** The question for all slots of the technician in the window, in small pages. */
  ListSlotsRequest.Builder question() {
    return ListSlotsRequest.newBuilder()
        .setStartTime(timestamp(window.start()))
        .setEndTime(timestamp(window.end()))
        .setDuration(com.google.protobuf.Duration.newBuilder().setSeconds(duration.toSeconds()))
        .addTechnicians(Office.name(technician))
        .addRequiredSkills("network")
        .setCustomer(customer)
        .setPageSize(1 + random.nextInt(40));
  }

  /** A dry run of the visit at a start. */
  CreateAppointmentRequest dryRun(Instant start) {
    var request = office.visit(technician, start.toString()).setValidateOnly(true);
    request
        .getAppointmentBuilder()
        .setCustomer(customer)
        .setDuration(com.google.protobuf.Duration.newBuilder().setSeconds(duration.toSeconds()))
        .addRequiredSkills("network");
    return request.build();
  }

  /** Every start on the grid in the window, free or not. */
  TreeSet<Instant> grid() {
    var grid = new TreeSet<Instant>();
    for (var day = date.minusDays(3); day.isBefore(date.plusDays(4)); day = day.plusDays(1)) {
      var hours = overrides.getOrDefault(day, weekly.getOrDefault(day.getDayOfWeek(), List.of()));
      for (var one : hours) {
        var interval = one.on(day, zone);
        for (var start = interval == null ? window.end() : interval.start();
            interval != null && interval.contains(start);
            start = start.plus(step)) {
          if (window.contains(start)) {
            grid.add(start);
          }
        }
      }
    }
    return grid;
  }

  /** Books the colleague wherever there is room; for writers that go on meanwhile. */
  void disturb() {
    visit(colleague, false);
  }

  private LocalDate date() {
    var day = LocalDate.of(2027, 3, 10).plusDays(random.nextInt(300));
    var next = zone.getRules().nextTransition(WallClock.startOfDay(day, zone));
    return next == null || random.nextInt(3) == 0 ? day : next.getDateTimeBefore().toLocalDate();
  }

  private void policy(UUID who) {
    var texts = new ArrayList<String>();
    for (var day : DayOfWeek.values()) {
      var hours = random.nextInt(7) == 0 ? List.<LocalHours>of() : hours();
      weekly.put(day, hours);
      hours.forEach(one -> texts.add(day + " " + one));
    }
    office.setPolicy(who, "weekly_hours", texts);
    office.setPolicy(who, "slot_step_seconds", Math.toIntExact(step.toSeconds()));
    office.setPolicy(who, "buffer_before_seconds", 300 * random.nextInt(4));
    office.setPolicy(who, "buffer_after_seconds", 300 * random.nextInt(7));
    office.setPolicy(who, "minimum_notice_seconds", random.nextInt(2) * random.nextInt(90_000));
    office.setPolicy(who, "advance_booking_days", 1 + random.nextInt(60));
    if (random.nextBoolean()) {
      office.setPolicy(who, "max_daily_appointments", 1 + random.nextInt(4));
    }
  }

  private List<LocalHours> hours() {
    var from = random.nextInt(40) * 30;
    var to = random.nextInt(4) == 0 ? 1440 : (from + 60 + random.nextInt(30) * 30) % 1440;
    var first = LocalHours.of(clock(from), clock(to));
    return random.nextInt(3) == 0 && to < 1380 && to > from
        ? List.of(first, LocalHours.of(clock(to + 15 * random.nextInt(2)), "24:00"))
        : List.of(first);
  }

  private static String clock(int minutes) {
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }

  private void absences() {
    var seeds = office.engine.seeds();
    if (random.nextInt(3) == 0) {
      var off = span(600);
      seeds.execute(
          office.tenant,
          "INSERT INTO time_off (tenant_id, technician_id, id, start_time, end_time, reason,"
              + " version) VALUES (?, ?, ?, ?, ?, '', 1)",
          office.tenant,
          technician,
          UUID.randomUUID(),
          off.start(),
          off.end());
    }
    if (random.nextInt(3) == 0) {
      var busy = span(120);
      seeds.execute(
          office.tenant,
          "INSERT INTO busy_block (tenant_id, technician_id, id, start_time, end_time, source)"
              + " VALUES (?, ?, ?, ?, ?, 'calendar')",
          office.tenant,
          technician,
          UUID.randomUUID(),
          busy.start(),
          busy.end());
    }
    if (random.nextInt(5) == 0) {
      seeds.execute(
          office.tenant,
          "INSERT INTO closure (tenant_id, id, start_date, end_date, label, version)"
              + " VALUES (?, ?, ?, ?, '', 1)",
          office.tenant,
          UUID.randomUUID(),
          date.plusDays(1),
          date.plusDays(2));
    }
    if (random.nextInt(3) == 0) {
      var day = date.plusDays(random.nextInt(3) - 1L);
      overrides.put(day, random.nextInt(4) == 0 ? List.of() : hours());
      seeds.execute(
          office.tenant,
          "INSERT INTO date_override (tenant_id, technician_id, date, hours, version)"
              + " VALUES (?, ?, ?, ?, 1)",
          office.tenant,
          technician,
          day,
          overrides.get(day).stream().map(LocalHours::toString).toList());
    }
  }

  /** Books with every rule waived that can be; what cannot be had is left out. */
  private void visit(UUID who, boolean ofTheCustomer) {
    var request =
        office.visit(who, span(120).start().toString()).setWaiveJustification("to fill the world");
    if (ofTheCustomer) {
      request.getAppointmentBuilder().setCustomer(customer);
    }
    for (var reason : Reason.values()) {
      if (reason.waivable()) {
        request.addWaive(ErrorReason.valueOf(reason.name()));
      }
    }
    try {
      office.create(request);
    } catch (StatusRuntimeException taken) {
      var reason = EngineExtension.info(taken).getReason();
      if (!reason.equals(Reason.OVERLAPS_APPOINTMENT.name())
          && !reason.equals(Reason.START_IN_PAST.name())) {
        throw taken;
      }
    }
  }

  private Span span(int maxMinutes) {
    var seconds = window.length().toSeconds();
    var start = window.start().plusSeconds(random.nextLong(seconds) / 900 * 900);
    return Span.of(start, Duration.ofMinutes(15L * (1 + random.nextInt(maxMinutes / 15))));
  }

  private static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder().setSeconds(instant.getEpochSecond()).build();
  }
}
