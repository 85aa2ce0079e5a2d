package org.supportcenter.domain.appointment;

import java.time.Instant;
import org.supportcenter.domain.rule.Reason;

/**
 * A rule that was broken and set aside for one booking.
 *
 * @param justification why, in the manager's words
 * @param waivedBy resource name of who set it aside
 */
public record Waiver(Reason reason, String justification, String waivedBy, Instant waiveTime) {}
