package org.supportcenter.domain.time;

import java.util.ArrayList;
import java.util.List;

/** Operations on several spans at once. */
public final class Spans {

  private Spans() {}

  /**
   * Makes one span of those that touch or overlap.
   *
   * @param sorted spans in their natural order
   * @return disjoint spans with gaps between them, sorted
   */
  public static List<Span> join(List<Span> sorted) {
    var joined = new ArrayList<Span>(sorted.size());
    for (var span : sorted) {
      if (!joined.isEmpty() && !span.start().isAfter(joined.getLast().end())) {
        var last = joined.removeLast();
        joined.add(
            new Span(last.start(), span.end().isAfter(last.end()) ? span.end() : last.end()));
      } else {
        joined.add(span);
      }
    }
    return joined;
  }
}
