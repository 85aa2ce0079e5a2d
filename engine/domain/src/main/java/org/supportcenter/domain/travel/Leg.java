package org.supportcenter.domain.travel;

import java.time.Duration;

/**
 * How long the way from one place to another takes, as the tenant says.
 *
 * @param from name of a place
 * @param to name of a place, maybe the same: the way within it
 * @param duration whole seconds, not negative
 */
public record Leg(String from, String to, Duration duration) {}
