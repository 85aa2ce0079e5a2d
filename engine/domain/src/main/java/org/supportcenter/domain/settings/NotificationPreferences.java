package org.supportcenter.domain.settings;

import java.time.Duration;
import java.util.List;

/**
 * What the tenant sends. Texts are as written; an empty one was not given.
 *
 * @param confirmation whether bookings are confirmed by mail
 * @param reminderLeads how long before the start reminders are sent, without repeats; none: never
 * @param maximumLateness how late a reminder may still be sent after an outage
 * @param fromAddress sender of mails
 * @param replyTo where replies go
 * @param contact whom customers may ask, as shown in mails
 * @param language BCP 47 tag of the language of mails to those who have none of their own
 */
public record NotificationPreferences(
    boolean confirmation,
    List<Duration> reminderLeads,
    Duration maximumLateness,
    String fromAddress,
    String replyTo,
    String contact,
    String language) {

  /** What holds until somebody changes it: a confirmation and one reminder a day ahead. */
  public static final NotificationPreferences DEFAULTS =
      new NotificationPreferences(
          true, List.of(Duration.ofHours(24)), Duration.ofHours(2), "", "", "", "");

  public NotificationPreferences {
    reminderLeads = List.copyOf(reminderLeads);
  }
}
