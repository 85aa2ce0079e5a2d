package org.supportcenter.compose;

/**
 * What a calendar enters, updates or removes.
 *
 * @param method {@code REQUEST} or {@code CANCEL}
 * @param content a whole iCalendar object
 */
public record Invitation(String method, String content) {}
