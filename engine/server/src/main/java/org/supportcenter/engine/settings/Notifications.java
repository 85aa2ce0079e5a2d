package org.supportcenter.engine.settings;

import org.supportcenter.domain.settings.NotificationPreferences;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.ResourceCalls;
import org.supportcenter.store.Tenantwide;
import org.supportcenter.store.settings.NotificationPreferencesStore;
import org.supportcenter.v1.NotificationSettings;
import org.supportcenter.v1.UpdateNotificationSettingsRequest;

/** What the tenant sends to customers. */
final class Notifications {

  private final ResourceCalls<Tenantwide, NotificationPreferences, NotificationSettings> calls;

  Notifications(Reads reads, Writes writes) {
    this.calls =
        new ResourceCalls<>(
            reads,
            writes,
            new NotificationPreferencesStore(),
            NotificationSettings.parser(),
            NotificationSettingsMessages::message);
  }

  NotificationSettings get() {
    return calls.get(Tenantwide.KEY, NotificationSettingsMessages.NAME);
  }

  NotificationSettings update(UpdateNotificationSettingsRequest request) {
    return calls.update(
        request,
        Tenantwide.KEY,
        NotificationSettingsMessages.NAME,
        request.getNotificationSettings(),
        NotificationSettingsMessages::edited);
  }
}
