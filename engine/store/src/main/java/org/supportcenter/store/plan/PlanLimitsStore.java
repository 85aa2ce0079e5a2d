package org.supportcenter.store.plan;

import static org.jooq.impl.DSL.noCondition;
import static org.supportcenter.schema.jooq.Tables.PLAN_SETTINGS;

import java.util.Objects;
import org.jooq.Condition;
import org.supportcenter.domain.plan.PlanLimits;
import org.supportcenter.schema.jooq.tables.records.PlanSettingsRecord;
import org.supportcenter.store.Seconds;
import org.supportcenter.store.SettingStore;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tenantwide;

/** How long a tenant's plans are searched for. */
public final class PlanLimitsStore
    extends SettingStore<Tenantwide, PlanLimits, PlanSettingsRecord> {

  public PlanLimitsStore() {
    super(PLAN_SETTINGS, PlanLimits.DEFAULTS);
  }

  @Override
  protected Condition isNamed(Tenantwide key) {
    return noCondition();
  }

  @Override
  protected Stored<Tenantwide, PlanLimits> read(PlanSettingsRecord row) {
    var defaults = PlanLimits.DEFAULTS;
    return new Stored<>(
        Tenantwide.KEY,
        row.getVersion(),
        new PlanLimits(
            Objects.requireNonNullElse(
                Seconds.read(row.getDefaultLimitSeconds()), defaults.byDefault()),
            Objects.requireNonNullElse(
                Seconds.read(row.getMaximumLimitSeconds()), defaults.most())));
  }

  @Override
  protected PlanSettingsRecord write(Tenantwide key, PlanLimits limits) {
    var row = new PlanSettingsRecord();
    row.setDefaultLimitSeconds(Seconds.of(limits.byDefault()));
    row.setMaximumLimitSeconds(Seconds.of(limits.most()));
    return row;
  }
}
