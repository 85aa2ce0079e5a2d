package org.supportcenter.engine.settings;

import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.policy.PolicyMessages;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.ResourceCalls;
import org.supportcenter.store.Tenantwide;
import org.supportcenter.store.policy.TenantPolicyStore;
import org.supportcenter.v1.Policy;
import org.supportcenter.v1.UpdateTenantPolicyRequest;

/** The tenant's own policy. */
final class TenantPolicy {

  private final ResourceCalls<Tenantwide, org.supportcenter.domain.policy.Policy, Policy> calls;

  TenantPolicy(Reads reads, Writes writes) {
    this.calls =
        new ResourceCalls<>(
            reads,
            writes,
            new TenantPolicyStore(),
            Policy.parser(),
            stored -> PolicyMessages.message(PolicyMessages.TENANT, stored));
  }

  Policy get() {
    return calls.get(Tenantwide.KEY, PolicyMessages.TENANT);
  }

  Policy update(UpdateTenantPolicyRequest request) {
    return calls.update(
        request,
        Tenantwide.KEY,
        PolicyMessages.TENANT,
        request.getPolicy(),
        (stored, mask, changed) -> PolicyMessages.edited(stored.content(), mask, changed));
  }
}
