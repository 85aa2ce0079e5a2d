package org.supportcenter.store.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.appointment.Appointment;

/**
 * A committed change of an appointment, as those who follow the feed see it.
 *
 * @param position where it is in the feed
 * @param type what happened, e.g. {@code "appointment.moved"}
 * @param technicianId whose it was after the change
 * @param previousTechnicianId whose it was before, where that is somebody else
 * @param appointment as it is now, which may be later than the change
 */
public record FeedEntry(
    FeedPosition position,
    String type,
    UUID technicianId,
    @Nullable UUID previousTechnicianId,
    Appointment appointment) {}
