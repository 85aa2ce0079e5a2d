package org.supportcenter.store.policy;

import static org.jooq.impl.DSL.noCondition;
import static org.supportcenter.schema.jooq.Tables.TENANT_POLICY;

import org.jooq.Condition;
import org.supportcenter.domain.policy.Policy;
import org.supportcenter.schema.jooq.tables.records.TenantPolicyRecord;
import org.supportcenter.store.SettingStore;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tenantwide;

/** What a tenant's policy itself sets. */
public final class TenantPolicyStore extends SettingStore<Tenantwide, Policy, TenantPolicyRecord> {

  public TenantPolicyStore() {
    super(TENANT_POLICY, Policy.INHERITED);
  }

  @Override
  protected Condition isNamed(Tenantwide key) {
    return noCondition();
  }

  @Override
  protected Stored<Tenantwide, Policy> read(TenantPolicyRecord row) {
    return new Stored<>(Tenantwide.KEY, row.getVersion(), PolicyColumns.TENANT.read(row));
  }

  @Override
  protected TenantPolicyRecord write(Tenantwide key, Policy policy) {
    var row = new TenantPolicyRecord();
    PolicyColumns.TENANT.write(policy, row);
    return row;
  }
}
