package org.supportcenter.gateway.rest;

import com.linecorp.armeria.common.HttpMethod;
import io.grpc.ServiceDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All http rules, to be found by method and path. */
public final class RouteTable {
  private final List<Route> routes;

  /** The rules of these services. */
  public RouteTable(List<ServiceDescriptor> services) {
    this.routes =
        services.stream()
            .flatMap(service -> service.getMethods().stream())
            .flatMap(rpc -> Stream.ofNullable(Route.of(rpc)))
            .toList();
  }

  /** Every route. */
  public List<Route> routes() {
    return routes;
  }

  /** What a path leads to. */
  sealed interface Found {
    /**
     * A route.
     *
     * @param segments of the path, decoded
     */
    record Match(Route route, List<String> segments) implements Found {}

    /** The path exists for these methods only. */
    record OtherMethods(Set<String> allowed) implements Found {}

    /** The path does not exist. */
    record Nothing() implements Found {}
  }

  /** Looks up a path, still percent-encoded and without its query. */
  Found find(HttpMethod http, String path) {
    var colon = path.indexOf(':', path.lastIndexOf('/') + 1);
    // An empty verb is none that a route has; null stands for no verb at all.
    var verb = colon < 0 ? null : path.substring(colon + 1);
    var segments =
        List.of((colon < 0 ? path : path.substring(0, colon)).substring(1).split("/", -1));
    var others = new TreeSet<String>();
    for (var route : routes) {
      var template = route.path();
      if (template.segments().size() == segments.size()
          && Objects.equals(verb, template.verb())
          && template.fits(segments)) {
        if (route.http() == http) {
          return new Found.Match(route, decoded(segments));
        }
        others.add(route.http().name());
      }
    }
    return others.isEmpty() ? new Found.Nothing() : new Found.OtherMethods(others);
  }

  private static List<String> decoded(List<String> segments) {
    var plain = new ArrayList<String>(segments.size());
    for (var segment : segments) {
      plain.add(
          segment.indexOf('%') < 0
              ? segment
              : PercentEncoding.decoded(segment.replace("+", "%2B"), "path"));
    }
    return plain;
  }
}
