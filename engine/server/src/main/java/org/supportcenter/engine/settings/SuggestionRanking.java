package org.supportcenter.engine.settings;

import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.ResourceCalls;
import org.supportcenter.store.Tenantwide;
import org.supportcenter.store.settings.SuggestionSettingsStore;
import org.supportcenter.v1.SuggestionSettings;
import org.supportcenter.v1.UpdateSuggestionSettingsRequest;

/** How slots are ranked for the tenant. */
final class SuggestionRanking {

  private final ResourceCalls<
          Tenantwide, org.supportcenter.domain.suggestion.SuggestionSettings, SuggestionSettings>
      calls;

  SuggestionRanking(Reads reads, Writes writes) {
    this.calls =
        new ResourceCalls<>(
            reads,
            writes,
            new SuggestionSettingsStore(),
            SuggestionSettings.parser(),
            SuggestionSettingsMessages::message);
  }

  SuggestionSettings get() {
    return calls.get(Tenantwide.KEY, SuggestionSettingsMessages.NAME);
  }

  SuggestionSettings update(UpdateSuggestionSettingsRequest request) {
    return calls.update(
        request,
        Tenantwide.KEY,
        SuggestionSettingsMessages.NAME,
        request.getSuggestionSettings(),
        SuggestionSettingsMessages::edited);
  }
}
