package org.supportcenter.engine.plan;

import java.time.Duration;
import org.supportcenter.domain.plan.PlanLimits;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.ResourceCalls;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tenantwide;
import org.supportcenter.store.Tx;
import org.supportcenter.store.plan.PlanLimitsStore;
import org.supportcenter.v1.PlanSettings;
import org.supportcenter.v1.UpdatePlanSettingsRequest;

/** How long a tenant's plans are searched for. */
final class PlanSettingsDesk {

  private static final String NAME = "settings/plans";

  private final PlanLimitsStore store = new PlanLimitsStore();
  private final ResourceCalls<Tenantwide, PlanLimits, PlanSettings> calls;

  PlanSettingsDesk(Reads reads, Writes writes) {
    this.calls =
        new ResourceCalls<>(reads, writes, store, PlanSettings.parser(), PlanSettingsDesk::message);
  }

  /** What holds in the transaction's tenant. */
  PlanLimits limits(Tx tx) {
    return store.find(tx, Tenantwide.KEY).content();
  }

  PlanSettings get() {
    return calls.get(Tenantwide.KEY, NAME);
  }

  PlanSettings update(UpdatePlanSettingsRequest request) {
    return calls.update(
        request,
        Tenantwide.KEY,
        NAME,
        request.getSettings(),
        (stored, mask, changed) -> edited(mask.apply(message(stored), changed)));
  }

  private static PlanLimits edited(PlanSettings settings) {
    var defaults = PlanLimits.DEFAULTS;
    var limits =
        new PlanLimits(
            settings.hasDefaultTimeLimit()
                ? duration(settings.getDefaultTimeLimit(), "settings.defaultTimeLimit")
                : defaults.byDefault(),
            settings.hasMaximumTimeLimit()
                ? duration(settings.getMaximumTimeLimit(), "settings.maximumTimeLimit")
                : defaults.most());
    if (limits.byDefault().compareTo(limits.most()) > 0) {
      throw PlanOrder.invalid("settings.defaultTimeLimit", "must not exceed the maximum");
    }
    return limits;
  }

  private static Duration duration(com.google.protobuf.Duration duration, String field) {
    return Times.duration(duration, PlanLimits.RANGE, field);
  }

  private static PlanSettings message(Stored<Tenantwide, PlanLimits> stored) {
    return PlanSettings.newBuilder()
        .setDefaultTimeLimit(Times.duration(stored.content().byDefault()))
        .setMaximumTimeLimit(Times.duration(stored.content().most()))
        .setEtag(Etags.of(stored.version()))
        .build();
  }
}
