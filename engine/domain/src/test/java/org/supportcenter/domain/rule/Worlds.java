package org.supportcenter.domain.rule;

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
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
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
import org.supportcenter.domain.time.ClockTime;
import org.supportcenter.domain.time.LocalHours;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.time.TzDatabase;
import org.supportcenter.domain.time.WallClock;
import org.supportcenter.domain.time.WeeklyHours;

/**
 * Makes random worlds out of seeds: the same seed, the same world. Times cluster around one date,
 * which is often that of a clock change, and around round minutes, so that edges are met.
 */
public final class Worlds {

  private static final List<String> ZONES = List.copyOf(TzDatabase.ids());
  private static final List<String> CHANGING =
      List.of("Europe/Berlin", "America/New_York", "America/St_Johns", "Australia/Lord_Howe");
  private static final Duration[] STEPS = {
    Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(37), Duration.ofSeconds(613)
  };

  private final long seed;
  private final Random random;
  private final ZoneId zone;
  private final LocalDate date;

  private Worlds(long seed, ZoneId zone) {
    this.seed = seed;
    this.random = new Random(seed);
    this.zone = zone;
    this.date = date();
  }

  /**
   * As many worlds as asked for, going round all zones of tzdata; every fourth is in a zone known
   * for its clock changes.
   */
  public static Stream<World> of(long seed, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              var zone = i % 4 == 3 ? CHANGING.get(i / 4 % CHANGING.size()) : zone(i - i / 4);
              return new Worlds(seed * 1_000_003 + i, ZoneId.of(zone)).world();
            });
  }

  private static String zone(int i) {
    return ZONES.get(i % ZONES.size());
  }

  private LocalDate date() {
    var day = LocalDate.of(2026, 11, 21).plusDays(random.nextInt(900));
    var next = zone.getRules().nextTransition(day.atStartOfDay(zone).toInstant());
    return next == null || chance(3) ? day : next.getDateTimeBefore().toLocalDate();
  }

  private World world() {
    var window =
        new Span(
            WallClock.startOfDay(date.minusDays(1), zone),
            WallClock.startOfDay(date.plusDays(2), zone));
    var now = chance(2) ? instant() : window.start().minusSeconds(random.nextInt(900_000));
    var technicians =
        List.of(
            technician(Scene.TECHNICIAN),
            technician(Scene.TECHNICIAN),
            technician(Scene.COLLEAGUE));
    var booked = new ArrayList<BookedVisit>();
    for (int i = random.nextInt(12); i > 0; i--) {
      booked.add(visit(i));
    }
    var candidates = new ArrayList<Candidate>();
    for (int i = 0; i < 3; i++) {
      candidates.add(candidate(technicians.get(i), i < booked.size() ? booked.get(i).id() : null));
    }
    return new World(seed, candidates, new Facts(now, booked), window);
  }

  private TechnicianFacts technician(UUID id) {
    var overrides = new HashMap<LocalDate, List<LocalHours>>();
    for (int i = random.nextInt(3); i > 0; i--) {
      overrides.put(date.plusDays(random.nextInt(4) - 2), hours(random.nextInt(3)));
    }
    var timeOff = new ArrayList<TimeOff>();
    var closures = new ArrayList<Closure>();
    var busy = new ArrayList<BusyBlock>();
    if (chance(3)) {
      timeOff.add(new TimeOff(uuid(1), span(600)));
    }
    if (chance(5)) {
      var first = date.plusDays(random.nextInt(5) - 2);
      closures.add(new Closure(uuid(2), first, first.plusDays(random.nextInt(2)), ""));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      busy.add(new BusyBlock(uuid(10 + i), span(120)));
    }
    var skills = chance(4) ? Set.of("network") : Set.of("network", "phone");
    return new TechnicianFacts(
        id, zone, !chance(20), skills, policy(), Map.copyOf(overrides), timeOff, closures, busy);
  }

  private EffectivePolicy policy() {
    var entries = new ArrayList<WeeklyHours.Entry>();
    for (var day : DayOfWeek.values()) {
      for (var hours : hours(chance(6) ? 0 : 1 + random.nextInt(3))) {
        entries.add(new WeeklyHours.Entry(day, hours));
      }
    }
    var policy =
        new Policy(
            new WeeklyHours(entries),
            buffer(),
            buffer(),
            chance(2) ? null : 1 + random.nextInt(4),
            null,
            chance(2) ? Duration.ZERO : Duration.ofSeconds(random.nextInt(100_000)),
            chance(2) ? 60 : random.nextInt(12),
            STEPS[random.nextInt(STEPS.length)],
            !chance(4),
            null);
    return PolicyResolver.resolve(policy, Policy.INHERITED, null);
  }

  private List<LocalHours> hours(int count) {
    var hours = new ArrayList<LocalHours>();
    for (int i = 0; i < count; i++) {
      var from = new ClockTime(minute(24 * 60 - 1));
      var to = chance(4) ? ClockTime.END_OF_DAY : new ClockTime(minute(24 * 60));
      // Intervals that touch are what joining is about.
      hours.add(
          i > 0 && chance(3) && !hours.getLast().to().isEndOfDay()
              ? new LocalHours(hours.getLast().to(), to)
              : new LocalHours(from, to));
    }
    return hours;
  }

  private int minute(int bound) {
    return chance(4) ? random.nextInt(bound) : random.nextInt(bound / 30) * 30;
  }

  private Candidate candidate(TechnicianFacts technician, @Nullable UUID stored) {
    return new Candidate(
        chance(2) ? stored : null,
        technician,
        customer(),
        span(240),
        technician.policy().bufferBefore(),
        technician.policy().bufferAfter(),
        chance(2) ? Set.of() : Set.of("network", "phone"),
        !chance(4));
  }

  private BookedVisit visit(int number) {
    return new BookedVisit(
        uuid(100 + number),
        chance(3) ? Scene.COLLEAGUE : Scene.TECHNICIAN,
        customer(),
        span(120),
        buffer(),
        buffer(),
        Occupancy.values()[random.nextInt(Occupancy.values().length)]);
  }

  private @Nullable UUID customer() {
    return switch (random.nextInt(3)) {
      case 0 -> null;
      case 1 -> Scene.STRANGER;
      default -> Scene.CUSTOMER;
    };
  }

  private Duration buffer() {
    return chance(2) ? Duration.ZERO : Duration.ofMinutes(5L * random.nextInt(13));
  }

  private Span span(int maxMinutes) {
    var length =
        chance(5)
            ? Duration.ofSeconds(60L + random.nextInt(86_341))
            : Duration.ofMinutes(15L * (1 + random.nextInt(Math.max(1, maxMinutes / 15))));
    return Span.of(instant(), length);
  }

  private Instant instant() {
    var start = WallClock.startOfDay(date.minusDays(1), zone);
    var second = random.nextInt(3 * 86_400);
    return start.plusSeconds(chance(5) ? second : second / 900 * 900);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private static UUID uuid(int number) {
    return new UUID(7, number);
  }
}
