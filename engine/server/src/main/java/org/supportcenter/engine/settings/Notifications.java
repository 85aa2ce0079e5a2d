package org.supportcenter.engine.settings;

import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Tenantwide;
import org.supportcenter.store.settings.NotificationPreferencesStore;
import org.supportcenter.v1.GetNotificationSettingsRequest;
import org.supportcenter.v1.NotificationSettings;
import org.supportcenter.v1.UpdateNotificationSettingsRequest;

/** What the tenant sends to customers. */
final class Notifications {

  private final Reads reads;
  private final Writes writes;
  private final NotificationPreferencesStore store = new NotificationPreferencesStore();

  Notifications(Reads reads, Writes writes) {
    this.reads = reads;
    this.writes = writes;
  }

  NotificationSettings get(GetNotificationSettingsRequest request) {
    return NotificationMessages.message(
        reads.run(Caller.current(), tx -> store.find(tx, Tenantwide.KEY)));
  }

  NotificationSettings update(UpdateNotificationSettingsRequest request) {
    var update = request.getNotificationSettings();
    var mask = UpdateMask.of(request.getUpdateMask(), update);
    return writes.run(
        Caller.current(),
        request,
        NotificationSettings.parser(),
        tx ->
            NotificationMessages.message(
                Resources.edit(
                    tx,
                    store,
                    Tenantwide.KEY,
                    NotificationMessages.NAME,
                    update.getEtag(),
                    stored -> NotificationMessages.edited(stored, mask, update))));
  }
}
