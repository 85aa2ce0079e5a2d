package org.supportcenter.mailer.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.supportcenter.compose.Occasion;
import org.supportcenter.compose.Purpose;

/**
 * What the database says about a leased mail.
 *
 * @param leaseEnd until when nobody else takes it
 * @param version of the appointment that the mail was made for
 * @param currentVersion of the appointment now
 * @param address of the recipient now; empty if there is none
 * @param optedOut whether the recipient wants no reminders
 * @param suppressed whether mail to the address came back before
 * @param attempt number of the try that would be made now, from 1
 */
record MailRow(
    UUID tenant,
    UUID appointment,
    Instant leaseEnd,
    Purpose purpose,
    int version,
    int currentVersion,
    String appointmentStatus,
    Instant dueTime,
    Instant start,
    UUID recipientId,
    String recipientName,
    String address,
    ZoneId zone,
    Locale locale,
    boolean optedOut,
    boolean suppressed,
    Duration maximumLateness,
    int attempt,
    String messageId,
    String replyTo,
    Occasion.Visit visit,
    Occasion.Sender sender) {}
