package org.supportcenter.engine.settings;

import java.util.UUID;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.settings.ClosedDays;
import org.supportcenter.engine.resource.Dates;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Stored;
import org.supportcenter.v1.Closure;

/** Closures on the wire. */
final class ClosureMessages {

  private static final String END = "closure.endDate";

  private ClosureMessages() {}

  static Closure message(Stored<UUID, ClosedDays> stored) {
    var days = stored.content();
    return Closure.newBuilder()
        .setName(Names.CLOSURE.of(stored.id()))
        .setStartDate(days.first().toString())
        .setEndDate(days.last().toString())
        .setLabel(days.label())
        .setEtag(Etags.of(stored.version()))
        .build();
  }

  /** What was entered; refuses what makes no sense. */
  static ClosedDays days(Closure message) {
    var first = Dates.date(message.getStartDate(), "closure.startDate");
    var last = Dates.date(message.getEndDate(), END);
    if (last.isBefore(first)) {
      throw new Refusal.FieldsInvalid(END, "must not be before closure.startDate").asException();
    }
    return new ClosedDays(first, last, message.getLabel());
  }

  static ClosedDays edited(Stored<UUID, ClosedDays> stored, UpdateMask mask, Closure update) {
    return days(mask.apply(message(stored), update));
  }
}
