package org.supportcenter.gateway;

import java.util.List;
import org.supportcenter.gateway.rest.Route;
import org.supportcenter.gateway.rest.RouteTable;

/** The routes of the public services, for tests of other packages. */
public final class PublicRoutes {
  private PublicRoutes() {}

  /** Every route. */
  public static List<Route> all() {
    return new RouteTable(PublicApi.SERVICES).routes();
  }
}
