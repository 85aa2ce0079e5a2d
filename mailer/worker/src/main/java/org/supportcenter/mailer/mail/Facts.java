package org.supportcenter.mailer.mail;

import java.time.Instant;
import java.util.UUID;
import org.supportcenter.compose.Occasion;
import org.supportcenter.compose.TemplateText;

/**
 * What is true of a mail at the moment of sending.
 *
 * @param dueTime since when it is due
 * @param attempt number of this try, from 1
 * @param messageId the same at every try, with its angle brackets
 * @param replyTo where answers go; empty: to the sender
 * @param occasion what it can say; its recipient's address is where it goes
 */
record Facts(
    UUID appointment,
    Instant dueTime,
    int attempt,
    String messageId,
    String replyTo,
    Occasion occasion,
    TemplateText template) {}
