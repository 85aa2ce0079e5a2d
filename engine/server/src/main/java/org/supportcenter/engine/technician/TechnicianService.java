package org.supportcenter.engine.technician;

import com.google.protobuf.Empty;
import io.grpc.stub.StreamObserver;
import java.time.InstantSource;
import org.supportcenter.engine.call.Unary;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.v1.CreateDateOverrideRequest;
import org.supportcenter.v1.CreateTechnicianRequest;
import org.supportcenter.v1.CreateTimeOffRequest;
import org.supportcenter.v1.DateOverride;
import org.supportcenter.v1.DeleteDateOverrideRequest;
import org.supportcenter.v1.DeleteTechnicianRequest;
import org.supportcenter.v1.DeleteTimeOffRequest;
import org.supportcenter.v1.EffectivePolicy;
import org.supportcenter.v1.GetDateOverrideRequest;
import org.supportcenter.v1.GetEffectivePolicyRequest;
import org.supportcenter.v1.GetTechnicianPolicyRequest;
import org.supportcenter.v1.GetTechnicianRequest;
import org.supportcenter.v1.GetTimeOffRequest;
import org.supportcenter.v1.ListDateOverridesRequest;
import org.supportcenter.v1.ListDateOverridesResponse;
import org.supportcenter.v1.ListTechniciansRequest;
import org.supportcenter.v1.ListTechniciansResponse;
import org.supportcenter.v1.ListTimeOffRequest;
import org.supportcenter.v1.ListTimeOffResponse;
import org.supportcenter.v1.Policy;
import org.supportcenter.v1.Technician;
import org.supportcenter.v1.TechnicianServiceGrpc.TechnicianServiceImplBase;
import org.supportcenter.v1.TimeOff;
import org.supportcenter.v1.UpdateDateOverrideRequest;
import org.supportcenter.v1.UpdateTechnicianPolicyRequest;
import org.supportcenter.v1.UpdateTechnicianRequest;
import org.supportcenter.v1.UpdateTimeOffRequest;

/** Technicians, their policies, time off and date overrides. */
public final class TechnicianService extends TechnicianServiceImplBase {

  private final Technicians technicians;
  private final TechnicianPolicies policies;
  private final TimesOff timesOff;
  private final DateOverrides dateOverrides;

  /** Stamps technicians by the clock. */
  public TechnicianService(Reads reads, Writes writes, InstantSource clock) {
    this.technicians = new Technicians(reads, writes, clock);
    this.policies = new TechnicianPolicies(reads, writes, technicians);
    this.timesOff = new TimesOff(reads, writes, technicians);
    this.dateOverrides = new DateOverrides(reads, writes, technicians);
  }

  @Override
  public void createTechnician(
      CreateTechnicianRequest request, StreamObserver<Technician> observer) {
    Unary.answer(observer, () -> technicians.create(request));
  }

  @Override
  public void getTechnician(GetTechnicianRequest request, StreamObserver<Technician> observer) {
    Unary.answer(observer, () -> technicians.get(request));
  }

  @Override
  public void listTechnicians(
      ListTechniciansRequest request, StreamObserver<ListTechniciansResponse> observer) {
    Unary.answer(observer, () -> technicians.list(request));
  }

  @Override
  public void updateTechnician(
      UpdateTechnicianRequest request, StreamObserver<Technician> observer) {
    Unary.answer(observer, () -> technicians.update(request));
  }

  @Override
  public void deleteTechnician(DeleteTechnicianRequest request, StreamObserver<Empty> observer) {
    Unary.answer(observer, () -> technicians.delete(request));
  }

  @Override
  public void getTechnicianPolicy(
      GetTechnicianPolicyRequest request, StreamObserver<Policy> observer) {
    Unary.answer(observer, () -> policies.get(request));
  }

  @Override
  public void updateTechnicianPolicy(
      UpdateTechnicianPolicyRequest request, StreamObserver<Policy> observer) {
    Unary.answer(observer, () -> policies.update(request));
  }

  @Override
  public void getEffectivePolicy(
      GetEffectivePolicyRequest request, StreamObserver<EffectivePolicy> observer) {
    Unary.answer(observer, () -> policies.effective(request));
  }

  @Override
  public void createTimeOff(CreateTimeOffRequest request, StreamObserver<TimeOff> observer) {
    Unary.answer(observer, () -> timesOff.create(request));
  }

  @Override
  public void getTimeOff(GetTimeOffRequest request, StreamObserver<TimeOff> observer) {
    Unary.answer(observer, () -> timesOff.get(request));
  }

  @Override
  public void listTimeOff(
      ListTimeOffRequest request, StreamObserver<ListTimeOffResponse> observer) {
    Unary.answer(observer, () -> timesOff.list(request));
  }

  @Override
  public void updateTimeOff(UpdateTimeOffRequest request, StreamObserver<TimeOff> observer) {
    Unary.answer(observer, () -> timesOff.update(request));
  }

  @Override
  public void deleteTimeOff(DeleteTimeOffRequest request, StreamObserver<Empty> observer) {
    Unary.answer(observer, () -> timesOff.delete(request));
  }

  @Override
  public void createDateOverride(
      CreateDateOverrideRequest request, StreamObserver<DateOverride> observer) {
    Unary.answer(observer, () -> dateOverrides.create(request));
  }

  @Override
  public void getDateOverride(
      GetDateOverrideRequest request, StreamObserver<DateOverride> observer) {
    Unary.answer(observer, () -> dateOverrides.get(request));
  }

  @Override
  public void listDateOverrides(
      ListDateOverridesRequest request, StreamObserver<ListDateOverridesResponse> observer) {
    Unary.answer(observer, () -> dateOverrides.list(request));
  }

  @Override
  public void updateDateOverride(
      UpdateDateOverrideRequest request, StreamObserver<DateOverride> observer) {
    Unary.answer(observer, () -> dateOverrides.update(request));
  }

  @Override
  public void deleteDateOverride(
      DeleteDateOverrideRequest request, StreamObserver<Empty> observer) {
    Unary.answer(observer, () -> dateOverrides.delete(request));
  }
}
