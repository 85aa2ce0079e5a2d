package org.supportcenter.engine.settings;

import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.policy.PolicyMessages;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Tenantwide;
import org.supportcenter.store.policy.TenantPolicyStore;
import org.supportcenter.v1.GetTenantPolicyRequest;
import org.supportcenter.v1.Policy;
import org.supportcenter.v1.UpdateTenantPolicyRequest;

/** The tenant's own policy. */
final class TenantPolicy {

  private static final String NAME = "settings/policy";

  private final Reads reads;
  private final Writes writes;
  private final TenantPolicyStore store = new TenantPolicyStore();

  TenantPolicy(Reads reads, Writes writes) {
    this.reads = reads;
    this.writes = writes;
  }

  Policy get(GetTenantPolicyRequest request) {
    var stored = reads.run(Caller.current(), tx -> store.find(tx, Tenantwide.KEY));
    return PolicyMessages.message(NAME, stored);
  }

  Policy update(UpdateTenantPolicyRequest request) {
    var update = request.getPolicy();
    var mask = UpdateMask.of(request.getUpdateMask(), update);
    return writes.run(
        Caller.current(),
        request,
        Policy.parser(),
        tx ->
            PolicyMessages.message(
                NAME,
                Resources.edit(
                    tx,
                    store,
                    Tenantwide.KEY,
                    NAME,
                    update.getEtag(),
                    stored -> PolicyMessages.edited(stored.content(), mask, update))));
  }
}
