package org.supportcenter.domain.rule;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.EffectivePolicy;
import org.supportcenter.domain.policy.Policy;
import org.supportcenter.domain.policy.PolicyResolver;
import org.supportcenter.domain.schedule.BookedVisit;
import org.supportcenter.domain.schedule.BusyBlock;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Closure;
import org.supportcenter.domain.schedule.Facts;
import org.supportcenter.domain.schedule.Occupancy;
import org.supportcenter.domain.schedule.TechnicianFacts;
import org.supportcenter.domain.schedule.TimeOff;
import org.supportcenter.domain.time.LocalHours;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.time.WeeklyHours;

/**
 * A small world told in local times of one technician. Unless told otherwise it is Monday 1 March
 * 2027 07:00, every day is worked from 08:00 to 18:00, nothing is buffered or limited, and a new
 * visit is asked for on Tuesday from 10:00 to 11:00.
 */
public final class Scene {

  public static final UUID TECHNICIAN = new UUID(0, 1);
  public static final UUID COLLEAGUE = new UUID(0, 2);
  public static final UUID CUSTOMER = new UUID(0, 11);
  public static final UUID STRANGER = new UUID(0, 12);
  public static final UUID MOVED = new UUID(0, 21);

  private final ZoneId zone;
  private final Map<LocalDate, List<LocalHours>> overrides = new HashMap<>();
  private final List<TimeOff> timeOff = new ArrayList<>();
  private final List<Closure> closures = new ArrayList<>();
  private final List<BusyBlock> busy = new ArrayList<>();
  private final List<BookedVisit> booked = new ArrayList<>();
  private final List<WeeklyHours.Entry> hours = new ArrayList<>();
  private String now = "2027-03-01T07:00";
  private String start = "2027-03-02T10:00";
  private String end = "2027-03-02T11:00";
  private Duration before = Duration.ZERO;
  private Duration after = Duration.ZERO;
  private Duration notice = Duration.ZERO;
  private int advanceDays = 60;
  private @Nullable Integer limit;
  private boolean preventCustomerOverlap = true;
  private boolean active = true;
  private boolean startIsNew = true;
  private Set<String> has = Set.of();
  private Set<String> needs = Set.of();
  private @Nullable UUID customer;
  private @Nullable UUID id;

  private Scene(String zone) {
    this.zone = ZoneId.of(zone);
  }

  public static Scene in(String zone) {
    return new Scene(zone);
  }

  public static Scene berlin() {
    return in("Europe/Berlin");
  }

  public Scene now(String time) {
    now = time;
    return this;
  }

  /** The visit asked for; local times, or with an offset where a local time is not enough. */
  public Scene asks(String from, String to) {
    start = from;
    end = to;
    return this;
  }

  /** The visit is a stored one of the technician's that stands elsewhere. */
  public Scene moving(String from, String to) {
    id = MOVED;
    booked.add(visit(MOVED, TECHNICIAN, null, from, to, 0, Occupancy.APPOINTMENT));
    return this;
  }

  public Scene startUnchanged() {
    startIsNew = false;
    return this;
  }

  /** Replaces the weekly hours; the first call of a scene drops the standard ones. */
  public Scene hours(DayOfWeek day, String from, String to) {
    hours.add(new WeeklyHours.Entry(day, LocalHours.of(from, to)));
    return this;
  }

  /** The same hours every day. */
  public Scene daily(String from, String to) {
    Stream.of(DayOfWeek.values()).forEach(day -> hours(day, from, to));
    return this;
  }

  public Scene override(String date, LocalHours... replaced) {
    overrides.put(LocalDate.parse(date), List.of(replaced));
    return this;
  }

  public Scene timeOff(String from, String to) {
    timeOff.add(new TimeOff(new UUID(1, timeOff.size()), span(from, to)));
    return this;
  }

  public Scene closure(String first, String last) {
    closures.add(
        new Closure(
            new UUID(2, closures.size()), LocalDate.parse(first), LocalDate.parse(last), "Party"));
    return this;
  }

  public Scene busy(String from, String to) {
    busy.add(new BusyBlock(new UUID(3, busy.size()), span(from, to)));
    return this;
  }

  /** Another appointment of the technician. */
  public Scene booked(String from, String to) {
    return booked(from, to, 0);
  }

  /** Another appointment of the technician with the same buffer on both sides. */
  public Scene booked(String from, String to, int bufferMinutes) {
    return add(TECHNICIAN, null, from, to, bufferMinutes, Occupancy.APPOINTMENT);
  }

  public Scene completed(String from, String to) {
    return add(TECHNICIAN, CUSTOMER, from, to, 0, Occupancy.COMPLETED);
  }

  public Scene held(String from, String to) {
    return add(TECHNICIAN, null, from, to, 0, Occupancy.HOLD);
  }

  /** An appointment with any technician and customer. */
  public Scene add(
      UUID technician,
      @Nullable UUID of,
      String from,
      String to,
      int bufferMinutes,
      Occupancy occupancy) {
    var visitId = new UUID(4, booked.size());
    booked.add(visit(visitId, technician, of, from, to, bufferMinutes, occupancy));
    return this;
  }

  public Scene buffers(int minutesBefore, int minutesAfter) {
    before = Duration.ofMinutes(minutesBefore);
    after = Duration.ofMinutes(minutesAfter);
    return this;
  }

  public Scene notice(Duration minimum) {
    notice = minimum;
    return this;
  }

  public Scene advance(int days) {
    advanceDays = days;
    return this;
  }

  public Scene limit(int most) {
    limit = most;
    return this;
  }

  public Scene customer(UUID of) {
    customer = of;
    return this;
  }

  public Scene customersMayOverlap() {
    preventCustomerOverlap = false;
    return this;
  }

  public Scene disabled() {
    active = false;
    return this;
  }

  public Scene has(String... skills) {
    has = Set.of(skills);
    return this;
  }

  public Scene needs(String... skills) {
    needs = Set.of(skills);
    return this;
  }

  public ZoneId zone() {
    return zone;
  }

  public Span span(String from, String to) {
    return new Span(instant(from), instant(to));
  }

  public Instant instant(String text) {
    return text.length() > "2027-03-02T10:00:00".length()
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).atZone(zone).toInstant();
  }

  public EffectivePolicy policy() {
    if (hours.isEmpty()) {
      daily("08:00", "18:00");
    }
    var policy =
        new Policy(
            new WeeklyHours(hours),
            before,
            after,
            limit,
            null,
            notice,
            advanceDays,
            null,
            preventCustomerOverlap,
            null);
    return PolicyResolver.resolve(policy, Policy.INHERITED, null);
  }

  public TechnicianFacts technician() {
    return new TechnicianFacts(
        TECHNICIAN, zone, active, has, policy(), overrides, timeOff, closures, busy);
  }

  public Candidate candidate() {
    return new Candidate(
        id, technician(), customer, span(start, end), before, after, needs, startIsNew);
  }

  public Facts facts() {
    return new Facts(instant(now), booked);
  }

  private BookedVisit visit(
      UUID visitId,
      UUID technician,
      @Nullable UUID of,
      String from,
      String to,
      int bufferMinutes,
      Occupancy occupancy) {
    var buffer = Duration.ofMinutes(bufferMinutes);
    return new BookedVisit(visitId, technician, of, span(from, to), buffer, buffer, occupancy);
  }
}
