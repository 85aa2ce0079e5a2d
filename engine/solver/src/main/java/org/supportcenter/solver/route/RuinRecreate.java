package org.supportcenter.solver.route;

import static org.supportcenter.solver.route.RouteModel.NONE;

import java.util.random.RandomGenerator;

/**
 * Tears strings of stops out of neighbouring routes and puts them back greedily, by J. Christiaens
 * and G. Vanden Berghe, "Slack Induction by String Removals for Vehicle Routing Problems",
 * Transportation Science 54 (2020). Which routes are torn is decided by what is nearest to a stop
 * picked at random.
 */
final class RuinRecreate {

  /** Stops torn out on average, at most in one string, and the names they have in the paper. */
  private static final int AVERAGE_REMOVED = 10;

  private static final int LONGEST_STRING = 10;
  private static final double SPLIT = 0.5;
  private static final double GROW = 0.99;
  private static final double BLINK = 0.01;

  private final RouteModel model;
  private final long[][] ranks;
  private final Routes current;
  private final Routes trial;
  private final IntList touched;
  private final IntList removed;
  private final IntList absent;

  /** Begins with what the routes are; they are followed from here on. */
  RuinRecreate(RouteModel model, Routes begin) {
    this.model = model;
    this.ranks = model.ranks();
    this.current = begin;
    this.trial = new Routes(model);
    this.touched = new IntList(model.routes());
    this.removed = new IntList(model.stops());
    this.absent = new IntList(model.stops());
    for (int route = 0; route < model.routes(); route++) {
      trial.copyRoute(begin, route);
    }
    for (int stop = 0; stop < model.stops(); stop++) {
      if (begin.routeOf(stop) == NONE) {
        absent.add(stop);
      }
    }
  }

  /** The routes as they were before the proposal. */
  Routes current() {
    return current;
  }

  /** The routes as proposed. */
  Routes trial() {
    return trial;
  }

  /** The routes that the proposal changes. */
  IntList touched() {
    return touched;
  }

  /** The stops that were torn out, and those that were on no route. */
  IntList removed() {
    return removed;
  }

  /** Puts everything that is on no route where it costs least. */
  void complete(RandomGenerator random) {
    touched.clear();
    removed.clear();
    absent.forEach(removed::addNew);
    removed.sortBy(ranks[0]);
    var whole = true;
    for (int i = 0; i < removed.size() && whole; i++) {
      whole = putBack(removed.get(i), random);
    }
    if (whole && model.isSound(trial)) {
      take();
    } else {
      leave();
    }
  }

  /** Makes a proposal; false when it cannot be. Take it or leave it before the next one. */
  boolean propose(RandomGenerator random) {
    touched.clear();
    removed.clear();
    tear(random);
    for (int i = 0; i < touched.size(); i++) {
      if (!trial.settle(touched.get(i))) {
        return false;
      }
    }
    absent.forEach(removed::addNew);
    order(random);
    for (int i = 0; i < removed.size(); i++) {
      if (!putBack(removed.get(i), random)) {
        return false;
      }
    }
    return model.isSound(trial);
  }

  /** Makes the proposal what is. */
  void take() {
    copy(trial, current);
    absent.clear();
    for (int i = 0; i < removed.size(); i++) {
      if (current.routeOf(removed.get(i)) == NONE) {
        absent.add(removed.get(i));
      }
    }
  }

  /** Forgets the proposal. */
  void leave() {
    copy(current, trial);
  }

  private void copy(Routes from, Routes to) {
    for (int i = 0; i < touched.size(); i++) {
      to.copyRoute(from, touched.get(i));
    }
    for (int i = 0; i < removed.size(); i++) {
      to.copyStop(from, removed.get(i));
    }
  }

  private void tear(RandomGenerator random) {
    int used = 0;
    int placed = 0;
    for (int route = 0; route < model.routes(); route++) {
      used += trial.count(route) > 0 ? 1 : 0;
      placed += trial.count(route);
    }
    if (placed == 0) {
      return;
    }
    var longest = Math.min(LONGEST_STRING, Math.max(1.0, (double) placed / used));
    var most = 4.0 * AVERAGE_REMOVED / (1 + longest) - 1;
    int strings = (int) (random.nextDouble() * most + 1);
    int seed = random.nextInt(model.stops());
    tearAround(seed, longest, random);
    var nearest = model.nearest(seed);
    for (int i = 0; i < nearest.length && touched.size() < strings; i++) {
      tearAround(nearest[i], longest, random);
    }
  }

  private void tearAround(int stop, double longest, RandomGenerator random) {
    int route = trial.routeOf(stop);
    if (route == NONE || touched.contains(route)) {
      return;
    }
    touched.addNew(route);
    int count = trial.count(route);
    int length = (int) (random.nextDouble() * Math.min(count, longest) + 1);
    length = Math.min(length, count);
    int kept = 0;
    if (length < count && length > 1 && random.nextDouble() < SPLIT) {
      kept = 1;
      while (length + kept < count && random.nextDouble() > GROW) {
        kept++;
      }
    }
    int width = length + kept;
    int position = trial.positionOf(stop);
    int earliest = Math.max(0, position - width + 1);
    int latest = Math.min(position, count - width);
    int from = earliest + random.nextInt(latest - earliest + 1);
    int keptFrom = kept == 0 ? width : random.nextInt(length + 1);
    tearOut(route, from + keptFrom + kept, length - keptFrom);
    tearOut(route, from, Math.min(keptFrom, length));
  }

  private void tearOut(int route, int from, int count) {
    for (int i = from; i < from + count; i++) {
      removed.addNew(trial.stop(route, i));
    }
    if (count > 0) {
      trial.remove(route, from, count);
    }
  }

  private void order(RandomGenerator random) {
    int by = random.nextInt(ranks.length + 2);
    removed.shuffle(random);
    if (by < ranks.length) {
      removed.sortBy(ranks[by]);
    }
  }

  /** Puts a stop where it costs least, or nowhere; false when that went wrong. */
  private boolean putBack(int stop, RandomGenerator random) {
    int bestRoute = NONE;
    int bestPosition = 0;
    var least = model.unplaced(stop);
    for (int route = 0; route < model.routes(); route++) {
      if (!model.mayJoin(trial, route, stop)) {
        continue;
      }
      int count = trial.count(route);
      for (int position = 0; position <= count; position++) {
        if (random.nextDouble() < BLINK) {
          continue;
        }
        var cost = trial.costOfInserting(route, position, stop, least);
        if (cost < least && trial.admits(route, position, stop)) {
          least = cost;
          bestRoute = route;
          bestPosition = position;
        }
      }
    }
    if (bestRoute == NONE) {
      return true;
    }
    touched.addNew(bestRoute);
    return trial.insert(bestRoute, bestPosition, stop);
  }
}
