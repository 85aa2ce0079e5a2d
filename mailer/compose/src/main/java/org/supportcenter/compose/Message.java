package org.supportcenter.compose;

import org.jspecify.annotations.Nullable;

/**
 * A composed message.
 *
 * @param subject one line without control characters
 * @param text for readers without HTML
 * @param html the same as a page
 * @param invitation what calendars understand; null where there is nothing to enter or remove
 */
public record Message(String subject, String text, String html, @Nullable Invitation invitation) {}
