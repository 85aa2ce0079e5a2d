package org.supportcenter.store.policy;

import static org.supportcenter.schema.jooq.Tables.TECHNICIAN_POLICY;

import java.util.UUID;
import org.jooq.Condition;
import org.supportcenter.domain.policy.Policy;
import org.supportcenter.schema.jooq.tables.records.TechnicianPolicyRecord;
import org.supportcenter.store.SettingStore;
import org.supportcenter.store.Stored;

/** What the policies of technicians themselves set, by technician. */
public final class TechnicianPolicyStore
    extends SettingStore<UUID, Policy, TechnicianPolicyRecord> {

  public TechnicianPolicyStore() {
    super(TECHNICIAN_POLICY, Policy.INHERITED);
  }

  @Override
  protected Condition isNamed(UUID technician) {
    return TECHNICIAN_POLICY.TECHNICIAN_ID.eq(technician);
  }

  @Override
  protected Stored<UUID, Policy> read(TechnicianPolicyRecord row) {
    return new Stored<>(
        row.getTechnicianId(), row.getVersion(), PolicyColumns.TECHNICIAN.read(row));
  }

  @Override
  protected TechnicianPolicyRecord write(UUID technician, Policy policy) {
    var row = new TechnicianPolicyRecord();
    row.setTechnicianId(technician);
    PolicyColumns.TECHNICIAN.write(policy, row);
    return row;
  }
}
