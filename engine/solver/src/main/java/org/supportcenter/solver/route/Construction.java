package org.supportcenter.solver.route;

import java.util.List;

/** Builds routes to begin a search with. */
final class Construction {

  private Construction() {}

  /**
   * The given stops in their order, as far as they can be there; nothing else is placed yet: the
   * first proposal of the search puts everything that is left where it costs least.
   */
  static Routes of(RouteModel model, List<List<Integer>> begin) {
    var routes = new Routes(model);
    for (int route = 0; route < begin.size(); route++) {
      for (int stop : begin.get(route)) {
        int last = routes.count(route);
        if (model.mayJoin(routes, route, stop)
            && routes.costOfInserting(route, last, stop, Long.MAX_VALUE) != RouteModel.NEVER
            && routes.admits(route, last, stop)) {
          routes.insert(route, last, stop);
        }
      }
    }
    return routes;
  }
}
