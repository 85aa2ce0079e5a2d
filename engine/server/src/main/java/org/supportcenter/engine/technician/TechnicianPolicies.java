package org.supportcenter.engine.technician;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.PolicyResolver;
import org.supportcenter.domain.policy.ServiceTypeRules;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.policy.EffectivePolicyMessages;
import org.supportcenter.engine.policy.PolicyMessages;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.ChildName;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Tenantwide;
import org.supportcenter.store.Tx;
import org.supportcenter.store.policy.TechnicianPolicyStore;
import org.supportcenter.store.policy.TenantPolicyStore;
import org.supportcenter.store.settings.ServiceTypeStore;
import org.supportcenter.v1.EffectivePolicy;
import org.supportcenter.v1.GetEffectivePolicyRequest;
import org.supportcenter.v1.GetTechnicianPolicyRequest;
import org.supportcenter.v1.Policy;
import org.supportcenter.v1.UpdateTechnicianPolicyRequest;

/** The policies of technicians, and what applies after inheritance. */
final class TechnicianPolicies {

  private final Reads reads;
  private final Writes writes;
  private final Technicians technicians;
  private final TechnicianPolicyStore store = new TechnicianPolicyStore();
  private final TenantPolicyStore tenantPolicies = new TenantPolicyStore();
  private final ServiceTypeStore serviceTypes = new ServiceTypeStore();

  TechnicianPolicies(Reads reads, Writes writes, Technicians technicians) {
    this.reads = reads;
    this.writes = writes;
    this.technicians = technicians;
  }

  Policy get(GetTechnicianPolicyRequest request) {
    var caller = Caller.current();
    var technician = ChildName.policyOwner(request.getName(), "name");
    Technicians.hideFromOthers(caller, technician, request.getName());
    return reads.run(
        caller,
        tx -> {
          technicians.mustExist(tx, technician);
          return PolicyMessages.message(ChildName.policy(technician), store.find(tx, technician));
        });
  }

  Policy update(UpdateTechnicianPolicyRequest request) {
    var caller = Caller.current();
    var update = request.getPolicy();
    var technician = ChildName.policyOwner(update.getName(), "policy.name");
    var mask = UpdateMask.of(request.getUpdateMask(), update);
    var name = ChildName.policy(technician);
    return writes.run(
        caller,
        request,
        Technicians.settled(caller, technician),
        Policy.parser(),
        tx -> {
          technicians.mustStay(tx, technician);
          return PolicyMessages.message(
              name,
              Resources.edit(
                  tx,
                  store,
                  technician,
                  name,
                  update.getEtag(),
                  stored -> PolicyMessages.edited(stored.content(), mask, update)));
        });
  }

  EffectivePolicy effective(GetEffectivePolicyRequest request) {
    var caller = Caller.current();
    var technician = ChildName.effectivePolicyOwner(request.getName(), "name");
    Technicians.hideFromOthers(caller, technician, request.getName());
    return reads.run(
        caller,
        tx -> {
          technicians.mustExist(tx, technician);
          var effective =
              PolicyResolver.resolve(
                  tenantPolicies.find(tx, Tenantwide.KEY).content(),
                  store.find(tx, technician).content(),
                  rules(tx, request.getServiceType()));
          return EffectivePolicyMessages.message(technician, effective);
        });
  }

  private @Nullable ServiceTypeRules rules(Tx tx, String name) {
    if (name.isEmpty()) {
      return null;
    }
    UUID id = Names.SERVICE_TYPE.id(name, "serviceType");
    var found = serviceTypes.find(tx, id);
    if (found == null) {
      throw new Refusal.NotFound(name, "serviceType").asException();
    }
    return found.content().rules();
  }
}
