package org.supportcenter.store.booking;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.QueryPart;
import org.jspecify.annotations.Nullable;
import org.supportcenter.store.Step;
import org.supportcenter.store.Tx;

/**
 * SQL with named parameters that is rendered once. Rendering costs more than running it, and facts
 * are read with every booking.
 */
final class NamedText {

  private static final Pattern PARAMETER = Pattern.compile("(?<!:):(\\w+)");

  private final QueryPart part;
  private volatile @Nullable Rendered rendered;

  /** Of what has parameters made by {@link org.jooq.impl.DSL#param(String, Class)}. */
  NamedText(QueryPart part) {
    this.part = part;
  }

  /**
   * The text as the driver takes it.
   *
   * @param names of the parameters, in the order of the question marks
   */
  record Rendered(String sql, List<String> names) {

    /** Sets the parameters to the values with their names. */
    Step.Parameters from(Map<String, Object> values) {
      return binder -> {
        for (var name : names) {
          binder.value(requireNonNull(values.get(name), name));
        }
      };
    }
  }

  /** The text, rendered when it is asked for first. */
  Rendered rendered(Tx tx) {
    var known = rendered;
    if (known == null) {
      var named = tx.rendering().renderNamedParams(part);
      var names = new ArrayList<String>();
      var matcher = PARAMETER.matcher(named);
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
      known = new Rendered(PARAMETER.matcher(named).replaceAll("?"), List.copyOf(names));
      rendered = known;
    }
    return known;
  }
}
