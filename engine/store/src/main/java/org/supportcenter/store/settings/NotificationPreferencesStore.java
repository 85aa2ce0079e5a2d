package org.supportcenter.store.settings;

import static org.jooq.impl.DSL.noCondition;
import static org.supportcenter.schema.jooq.Tables.NOTIFICATION_SETTINGS;

import java.time.Duration;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.supportcenter.domain.settings.NotificationPreferences;
import org.supportcenter.schema.jooq.tables.records.NotificationSettingsRecord;
import org.supportcenter.store.Seconds;
import org.supportcenter.store.SettingStore;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tenantwide;

/** What a tenant sends to its customers. */
public final class NotificationPreferencesStore
    extends SettingStore<Tenantwide, NotificationPreferences, NotificationSettingsRecord> {

  public NotificationPreferencesStore() {
    super(NOTIFICATION_SETTINGS, NotificationPreferences.DEFAULTS);
  }

  @Override
  protected Condition isNamed(Tenantwide key) {
    return noCondition();
  }

  @Override
  protected Stored<Tenantwide, NotificationPreferences> read(NotificationSettingsRecord row) {
    return new Stored<>(Tenantwide.KEY, row.getVersion(), preferences(row));
  }

  private static NotificationPreferences preferences(NotificationSettingsRecord row) {
    var confirmation = row.getConfirmation();
    var leads = row.getReminderLeadSeconds();
    var lateness = Seconds.read(row.getMaximumLatenessSeconds());
    var defaults = NotificationPreferences.DEFAULTS;
    return new NotificationPreferences(
        confirmation == null ? defaults.confirmation() : confirmation,
        leads == null
            ? defaults.reminderLeads()
            : Stream.of(leads).map(Duration::ofSeconds).toList(),
        lateness == null ? defaults.maximumLateness() : lateness,
        row.getFromAddress(),
        row.getReplyTo(),
        row.getContact(),
        row.getLanguage());
  }

  @Override
  protected NotificationSettingsRecord write(Tenantwide key, NotificationPreferences preferences) {
    var row = new NotificationSettingsRecord();
    row.setConfirmation(preferences.confirmation());
    row.setReminderLeadSeconds(
        preferences.reminderLeads().stream().map(Seconds::of).toArray(Integer[]::new));
    row.setMaximumLatenessSeconds(Seconds.of(preferences.maximumLateness()));
    row.setFromAddress(preferences.fromAddress());
    row.setReplyTo(preferences.replyTo());
    row.setContact(preferences.contact());
    row.setLanguage(preferences.language());
    return row;
  }
}
