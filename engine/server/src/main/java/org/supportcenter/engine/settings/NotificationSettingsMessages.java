package org.supportcenter.engine.settings;

import com.google.protobuf.Duration;
import java.util.ArrayList;
import java.util.List;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.policy.Limits.DurationRange;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.settings.NotificationPreferences;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Stored;
import org.supportcenter.v1.NotificationSettings;

/** Notification settings on the wire. */
final class NotificationSettingsMessages {

  static final String NAME = "settings/notifications";

  private static final String LEADS = "notificationSettings.reminderLeads";
  private static final String LATENESS = "notificationSettings.maximumLateness";

  /** A reminder is of use as long before as a visit may be booked; the wire says how long. */
  private static final DurationRange LEAD = Limits.NOTICE;

  private static final DurationRange MAXIMUM_LATENESS = Limits.BUFFER;

  private NotificationSettingsMessages() {}

  static NotificationSettings message(Stored<?, NotificationPreferences> stored) {
    var preferences = stored.content();
    return NotificationSettings.newBuilder()
        .setName(NAME)
        .setConfirmation(preferences.confirmation())
        .addAllReminderLeads(preferences.reminderLeads().stream().map(Times::duration).toList())
        .setMaximumLateness(Times.duration(preferences.maximumLateness()))
        .setFromAddress(preferences.fromAddress())
        .setReplyTo(preferences.replyTo())
        .setContact(preferences.contact())
        .setLanguage(preferences.language())
        .setEtag(Etags.of(stored.version()))
        .build();
  }

  /** The settings after an update; what the update clears has its default again. */
  static NotificationPreferences edited(
      Stored<?, NotificationPreferences> stored, UpdateMask mask, NotificationSettings update) {
    var edited = mask.apply(message(stored), update);
    var defaults = NotificationPreferences.DEFAULTS;
    return new NotificationPreferences(
        edited.hasConfirmation() ? edited.getConfirmation() : defaults.confirmation(),
        leads(edited.getReminderLeadsList()),
        edited.hasMaximumLateness()
            ? Times.duration(edited.getMaximumLateness(), MAXIMUM_LATENESS, LATENESS)
            : defaults.maximumLateness(),
        edited.getFromAddress(),
        edited.getReplyTo(),
        edited.getContact(),
        edited.getLanguage());
  }

  /** None means no reminders: there is one mail for each, so none may come twice. */
  private static List<java.time.Duration> leads(List<Duration> given) {
    var leads = new ArrayList<java.time.Duration>();
    for (var each : given) {
      var lead = Times.duration(each, LEAD, LEADS);
      if (leads.contains(lead)) {
        throw new Refusal.FieldsInvalid(
                LEADS, "must not name %ds twice".formatted(lead.toSeconds()))
            .asException();
      }
      leads.add(lead);
    }
    return leads;
  }
}
