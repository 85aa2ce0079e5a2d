package org.supportcenter.engine.technician;

import org.supportcenter.domain.technician.DayHours;
import org.supportcenter.engine.policy.HoursMessages;
import org.supportcenter.engine.wire.ChildName;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Stored;
import org.supportcenter.store.technician.DateOverrideKey;
import org.supportcenter.v1.DateOverride;

/** Date overrides on the wire. */
final class DateOverrideMessages {

  private DateOverrideMessages() {}

  static String name(DateOverrideKey key) {
    return ChildName.dateOverride(key.technician(), key.date());
  }

  static DateOverrideKey key(String name, String field) {
    var parsed = ChildName.dateOverride(name, field);
    return new DateOverrideKey(parsed.technician(), parsed.id());
  }

  static DateOverride message(Stored<DateOverrideKey, DayHours> stored) {
    return DateOverride.newBuilder()
        .setName(name(stored.id()))
        .setDate(stored.id().date().toString())
        .addAllHours(HoursMessages.ofDay(stored.content().hours()))
        .setEtag(Etags.of(stored.version()))
        .build();
  }

  static DayHours hours(DateOverride message) {
    return new DayHours(HoursMessages.readDay(message.getHoursList()));
  }

  static DayHours edited(
      Stored<DateOverrideKey, DayHours> stored, UpdateMask mask, DateOverride update) {
    return hours(mask.apply(message(stored), update));
  }
}
