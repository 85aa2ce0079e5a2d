package org.supportcenter.domain.suggestion;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.rule.Scene;
import org.supportcenter.domain.rule.World;
import org.supportcenter.domain.schedule.Candidate;
import org.supportcenter.domain.schedule.Enquiry;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.time.Span;
import org.supportcenter.domain.travel.Leg;
import org.supportcenter.domain.travel.Place;
import org.supportcenter.domain.travel.Point;
import org.supportcenter.domain.travel.StraightLine;
import org.supportcenter.domain.travel.TravelSettings;

/** Random wishes, places and settings for a random world; the same seed, the same ones. */
final class Wishes {

  private static final List<Point> POINTS =
      List.of(
          new Point(52.52, 13.40),
          new Point(52.50, 13.45),
          new Point(52.40, 13.05),
          new Point(52.30, 13.60),
          new Point(48.14, 11.58));

  private final World world;
  private final Random random;

  Wishes(World world) {
    this.world = world;
    this.random = new Random(world.seed());
  }

  /** The technician and the colleague are asked for a new visit. */
  Situation situation() {
    var first = world.candidates().getFirst();
    var enquiries = new ArrayList<Enquiry>();
    enquiries.add(enquiry(first, first));
    enquiries.add(enquiry(first, world.candidates().getLast()));
    var points = new HashMap<UUID, Point>();
    var running = new HashSet<UUID>();
    for (var visit : world.facts().booked()) {
      if (random.nextInt(4) > 0) {
        points.put(visit.id(), point());
      }
    }
    var homes = new HashMap<UUID, Point>();
    homes.put(Scene.COLLEAGUE, point());
    var shortest = random.nextBoolean() ? null : Duration.ofMinutes(10 + random.nextInt(50));
    return new Situation(
        enquiries, world.window(), world.facts(), Set.copyOf(running), points, homes, shortest);
  }

  Preferences preferences() {
    var times = new ArrayList<Span>();
    for (int i = random.nextInt(3); i > 0; i--) {
      times.add(Span.of(instant(), Duration.ofMinutes(15L * (1 + random.nextInt(20)))));
    }
    return new Preferences(
        Priority.values()[random.nextInt(4)],
        random.nextBoolean() ? null : instant(),
        technician(),
        technician(),
        times,
        random.nextInt(4) == 0 ? null : point());
  }

  SuggestionSettings settings() {
    var weights = new EnumMap<SoftRule, Integer>(SoftRule.class);
    for (var rule : SoftRule.values()) {
      if (random.nextInt(3) > 0) {
        weights.put(rule, random.nextInt(4) == 0 ? 0 : random.nextInt(1000));
      }
    }
    var places =
        List.of(new Place("here", POINTS.get(0), 6000), new Place("there", POINTS.get(2), 1000));
    var legs =
        random.nextBoolean()
            ? List.<Leg>of()
            : List.of(
                new Leg("here", "there", Duration.ofMinutes(25)),
                new Leg("here", "here", Duration.ofMinutes(7)));
    var line = new StraightLine(10 + random.nextInt(90));
    return new SuggestionSettings(
        new Weights(Map.copyOf(weights)), new TravelSettings(line, places, legs));
  }

  private Enquiry enquiry(Candidate asked, Candidate of) {
    return new Enquiry(
        null,
        of.technician(),
        asked.customerId(),
        asked.span().length(),
        of.technician().policy().bufferBefore(),
        of.technician().policy().bufferAfter(),
        Set.of());
  }

  private @Nullable UUID technician() {
    return switch (random.nextInt(3)) {
      case 0 -> null;
      case 1 -> Scene.TECHNICIAN;
      default -> Scene.COLLEAGUE;
    };
  }

  private Point point() {
    return POINTS.get(random.nextInt(POINTS.size()));
  }

  private Instant instant() {
    var seconds = world.window().length().toSeconds();
    return world.window().start().plusSeconds(random.nextLong(seconds) / 900 * 900);
  }
}
