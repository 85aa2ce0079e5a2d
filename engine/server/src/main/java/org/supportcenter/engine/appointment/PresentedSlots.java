package org.supportcenter.engine.appointment;

import org.supportcenter.domain.booking.Wish;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.appointment.BookingDesk.Session;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.SlotTokens;
import org.supportcenter.store.hold.HoldStore;

/** Takes what somebody presents who looked for a slot before they book it: its token, its hold. */
final class PresentedSlots {

  private final HoldStore holds = new HoldStore();

  /**
   * Makes sure that token and hold are of the place that is wished for, and lets go of the hold, so
   * that its time is free for the visit. When the visit is refused the hold stays.
   *
   * @param token empty when none is presented
   * @param hold name of one, empty when none is presented
   * @throws org.supportcenter.domain.refusal.RefusedException if either is of another place, or the
   *     caller has no such hold
   */
  void present(Session session, Wish wish, String token, String hold) {
    SlotTokens.check(token, wish.technicianId(), wish.startTime(), "slotToken");
    if (hold.isEmpty()) {
      return;
    }
    var id = Names.HOLD.id(hold, "hold");
    var held = holds.release(session.tx(), id, session.caller().author(), session.now());
    if (held == null) {
      throw new Refusal.NotFound(hold, "hold").asException();
    }
    if (!held.technicianId().equals(wish.technicianId())
        || !held.span().start().equals(wish.startTime())) {
      throw new Refusal.FieldsInvalid("hold", "is of another technician or start than the request")
          .asException();
    }
  }
}
