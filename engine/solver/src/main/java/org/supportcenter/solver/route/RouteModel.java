package org.supportcenter.solver.route;

/**
 * A routing problem as the search sees it. Stops and routes are numbered from zero; times and costs
 * are whole numbers in whatever unit the model likes. All answers depend on the arguments alone.
 *
 * <p>{@code before} is always the stop that comes before on the route, or {@link #NONE}, and {@code
 * beforeStart} its start. Starts are first in, first out: a later {@code beforeStart} never gives
 * an earlier start.
 */
public interface RouteModel {

  /** No stop. */
  int NONE = -1;

  /** No start: the stop cannot come there. */
  long NEVER = Long.MAX_VALUE;

  /** How many stops there are. */
  int stops();

  /** How many routes there are. */
  int routes();

  /** Other stops, the nearest first; these are torn out and put back together. */
  int[] nearest(int stop);

  /**
   * Orders in which stops are put back, tried in turn: each gives every stop a rank, low ranks come
   * first. Put back in a good order, stops that are hard to place find a place before it is taken.
   */
  long[][] ranks();

  /** When the stop begins if it comes there, or {@link #NEVER}. */
  long start(int route, int before, long beforeStart, int stop);

  /** What the way to the stop costs. */
  long leg(int route, int before, long beforeStart, int stop, long start);

  /** What it costs that the stop is on the route and begins then, ways left out. */
  long standing(int route, int stop, long start);

  /** What the way home from the last stop costs. */
  long closing(int route, int last, long lastStart);

  /** What it costs that there is so much work on the route. */
  long burden(int route, long work);

  /** How much work a stop is. */
  long work(int stop);

  /** What it costs to leave the stop out, more than any place would. */
  long unplaced(int stop);

  /** Whether the route has room for the stop, wherever on it. */
  boolean mayJoin(Routes routes, int route, int stop);

  /**
   * The latest start of the stop that leaves all after it possible, so that the search need not try
   * them one by one; {@link #NEVER} when that is not known.
   *
   * @param next the stop after it, or {@link #NONE}
   * @param latestOfNext the same of that one
   */
  long latest(int route, int stop, int next, long latestOfNext);

  /** Whether costs depend on the order of the stops alone, and not on when they begin. */
  boolean isTimeless();

  /** Whether there is more to ask than {@link #start}, and {@link #admits} has to be asked. */
  boolean isPicky();

  /** Whether the stops may be together on the route and begin then. */
  boolean admits(Routes routes, int route, int[] stops, long[] starts, int count);

  /** Whether all stops together, those left out too, may be as they are. */
  boolean isSound(Routes routes);
}
