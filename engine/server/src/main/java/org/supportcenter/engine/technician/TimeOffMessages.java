package org.supportcenter.engine.technician;

import com.google.protobuf.Timestamp;
import java.time.Instant;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.technician.Absence;
import org.supportcenter.domain.time.Span;
import org.supportcenter.engine.wire.ChildName;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Stored;
import org.supportcenter.store.technician.TimeOffKey;
import org.supportcenter.v1.TimeOff;

/** Time off on the wire. */
final class TimeOffMessages {

  private static final String END = "timeOff.endTime";

  private TimeOffMessages() {}

  static String name(TimeOffKey key) {
    return ChildName.timeOff(key.technician(), key.id());
  }

  static TimeOffKey key(String name, String field) {
    var parsed = ChildName.timeOff(name, field);
    return new TimeOffKey(parsed.technician(), parsed.id());
  }

  static TimeOff message(Stored<TimeOffKey, Absence> stored) {
    var absence = stored.content();
    return TimeOff.newBuilder()
        .setName(name(stored.id()))
        .setStartTime(Times.timestamp(absence.span().start()))
        .setEndTime(Times.timestamp(absence.span().end()))
        .setReason(absence.reason())
        .setEtag(Etags.of(stored.version()))
        .build();
  }

  /** What was entered; refuses what makes no sense. */
  static Absence absence(TimeOff message) {
    var start = given(message.hasStartTime(), message.getStartTime(), "timeOff.startTime");
    var end = given(message.hasEndTime(), message.getEndTime(), END);
    var span = Span.between(start, end);
    if (span == null) {
      throw new Refusal.FieldsInvalid(END, "must be after timeOff.startTime").asException();
    }
    return new Absence(span, message.getReason());
  }

  static Absence edited(Stored<TimeOffKey, Absence> stored, UpdateMask mask, TimeOff update) {
    return absence(mask.apply(message(stored), update));
  }

  private static Instant given(boolean present, Timestamp time, String field) {
    if (!present) {
      throw new Refusal.FieldsInvalid(field, "is required").asException();
    }
    return Times.instant(time, field);
  }
}
