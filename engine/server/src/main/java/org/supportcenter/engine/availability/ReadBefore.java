package org.supportcenter.engine.availability;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.policy.PolicyMessages;
import org.supportcenter.engine.resource.Resources;
import org.supportcenter.engine.wire.ChildName;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Names;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tenantwide;
import org.supportcenter.store.Tx;
import org.supportcenter.store.policy.TechnicianPolicyStore;
import org.supportcenter.store.policy.TenantPolicyStore;
import org.supportcenter.store.settings.ClosureStore;
import org.supportcenter.store.technician.DateOverrideKey;
import org.supportcenter.store.technician.DateOverrideStore;
import org.supportcenter.store.technician.TimeOffKey;
import org.supportcenter.store.technician.TimeOffStore;
import org.supportcenter.v1.Closure;
import org.supportcenter.v1.DateOverride;
import org.supportcenter.v1.PlannedChange;
import org.supportcenter.v1.Policy;
import org.supportcenter.v1.TimeOff;

/** Refuses a planned change of what is not there, or no longer as the caller read it. */
final class ReadBefore {

  private final TimeOffStore timeOff = new TimeOffStore();
  private final DateOverrideStore dateOverrides = new DateOverrideStore();
  private final ClosureStore closures = new ClosureStore();
  private final TechnicianPolicyStore policies = new TechnicianPolicyStore();
  private final TenantPolicyStore tenantPolicies = new TenantPolicyStore();

  /**
   * Checks name and etag as the update with the same resource would.
   *
   * @param technician whom the change is about; null for everybody
   * @throws org.supportcenter.domain.refusal.RefusedException if the update would be refused
   */
  void check(Tx tx, @Nullable UUID technician, PlannedChange change) {
    switch (change.getChangeCase()) {
      case TIME_OFF -> check(tx, technician, change.getTimeOff());
      case DATE_OVERRIDE -> check(tx, technician, change.getDateOverride());
      case CLOSURE -> check(tx, change.getClosure());
      case POLICY -> check(tx, technician, change.getPolicy());
      case CHANGE_NOT_SET -> {}
    }
  }

  private void check(Tx tx, @Nullable UUID technician, TimeOff given) {
    if (!given.getName().isEmpty()) {
      var name = ChildName.timeOff(given.getName(), "timeOff.name");
      mustBeOf(technician, name.technician(), "timeOff.name");
      var stored = timeOff.find(tx, new TimeOffKey(name.technician(), name.id()));
      current(stored, given.getName(), given.getEtag());
    }
  }

  private void check(Tx tx, @Nullable UUID technician, DateOverride given) {
    if (!given.getName().isEmpty()) {
      var name = ChildName.dateOverride(given.getName(), "dateOverride.name");
      mustBeOf(technician, name.technician(), "dateOverride.name");
      var stored = dateOverrides.find(tx, new DateOverrideKey(name.technician(), name.id()));
      current(stored, given.getName(), given.getEtag());
    }
  }

  private void check(Tx tx, Closure given) {
    if (!given.getName().isEmpty()) {
      var stored = closures.find(tx, Names.CLOSURE.id(given.getName(), "closure.name"));
      current(stored, given.getName(), given.getEtag());
    }
  }

  private void check(Tx tx, @Nullable UUID technician, Policy given) {
    if (technician == null) {
      if (!given.getName().isEmpty() && !given.getName().equals(PolicyMessages.TENANT)) {
        throw invalid(
            "policy.name", "must be %s without a technician".formatted(PolicyMessages.TENANT));
      }
      if (!given.getEtag().isEmpty()) {
        current(tenantPolicies.find(tx, Tenantwide.KEY), PolicyMessages.TENANT, given.getEtag());
      }
    } else {
      if (!given.getName().isEmpty()) {
        mustBeOf(technician, ChildName.policyOwner(given.getName(), "policy.name"), "policy.name");
      }
      if (!given.getEtag().isEmpty()) {
        current(policies.find(tx, technician), ChildName.policy(technician), given.getEtag());
      }
    }
  }

  private static void current(@Nullable Stored<?, ?> stored, String name, String etag) {
    Etags.check(etag, name, Resources.found(stored, name).version());
  }

  private static void mustBeOf(@Nullable UUID technician, UUID named, String field) {
    if (!named.equals(technician)) {
      throw invalid(field, "must be of the technician whose change it is");
    }
  }

  private static RuntimeException invalid(String field, String problem) {
    return new Refusal.FieldsInvalid(field, problem).asException();
  }
}
