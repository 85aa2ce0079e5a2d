package org.supportcenter.engine.settings;

import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Tenantwide;
import org.supportcenter.store.settings.SuggestionSettingsStore;
import org.supportcenter.v1.GetSuggestionSettingsRequest;
import org.supportcenter.v1.SuggestionSettings;
import org.supportcenter.v1.UpdateSuggestionSettingsRequest;

/** How slots are ranked for the tenant. */
final class SuggestionRanking {

  private final Reads reads;
  private final Writes writes;
  private final SuggestionSettingsStore store = new SuggestionSettingsStore();

  SuggestionRanking(Reads reads, Writes writes) {
    this.reads = reads;
    this.writes = writes;
  }

  SuggestionSettings get(GetSuggestionSettingsRequest request) {
    return SuggestionSettingsMessages.message(
        reads.run(Caller.current(), tx -> store.find(tx, Tenantwide.KEY)));
  }

  SuggestionSettings update(UpdateSuggestionSettingsRequest request) {
    var update = request.getSuggestionSettings();
    var mask = UpdateMask.of(request.getUpdateMask(), update);
    return writes.run(
        Caller.current(),
        request,
        SuggestionSettings.parser(),
        tx ->
            SuggestionSettingsMessages.message(
                Resources.edit(
                    tx,
                    store,
                    Tenantwide.KEY,
                    SuggestionSettingsMessages.NAME,
                    update.getEtag(),
                    stored -> SuggestionSettingsMessages.edited(stored, mask, update))));
  }
}
