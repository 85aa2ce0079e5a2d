package org.supportcenter.solver.route;

import ai.timefold.solver.core.preview.api.domain.metamodel.PlanningListVariableMetaModel;
import ai.timefold.solver.core.preview.api.move.Move;
import ai.timefold.solver.core.preview.api.move.MutableSolutionView;
import java.util.List;

/**
 * Takes stops off their routes and puts them on routes again.
 *
 * @param off stops that leave their routes
 * @param on where stops come, each route from its beginning to its end
 */
record RouteMove(List<Stop> off, List<Insertion> on) implements Move<RouteSchedule> {

  /** A stop's new place. */
  record Insertion(Route route, int position, Stop stop) {}

  @Override
  public void execute(MutableSolutionView<RouteSchedule> view) {
    PlanningListVariableMetaModel<RouteSchedule, Route, Stop> stops =
        (PlanningListVariableMetaModel<RouteSchedule, Route, Stop>)
            view.getSolutionMetaModel().genuineEntity(Route.class).variable("stops", Stop.class);
    off.forEach(stop -> view.unassignValue(stops, stop));
    for (var insertion : on) {
      view.assignValueAndAdd(stops, insertion.stop(), insertion.route(), insertion.position());
    }
  }

  @Override
  public String toString() {
    return "%d off, %d on".formatted(off.size(), on.size());
  }
}
