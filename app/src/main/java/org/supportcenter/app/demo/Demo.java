package org.supportcenter.app.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.supportcenter.v1.CreateCustomerRequest;
import org.supportcenter.v1.CreateServiceTypeRequest;
import org.supportcenter.v1.CreateTechnicianRequest;
import org.supportcenter.v1.Customer;
import org.supportcenter.v1.ListCustomersRequest;
import org.supportcenter.v1.ListServiceTypesRequest;
import org.supportcenter.v1.ListTechniciansRequest;
import org.supportcenter.v1.Policy;
import org.supportcenter.v1.ServiceType;
import org.supportcenter.v1.Technician;
import org.supportcenter.v1.UpdateTechnicianPolicyRequest;
import org.supportcenter.v1.UpdateTenantPolicyRequest;

/** Fills a tenant with the demo. What is there by name already is kept, so it can be run again. */
public final class Demo {
  private final EngineClient engine;

  public Demo(EngineClient engine) {
    this.engine = engine;
  }

  /** Fills the tenant and returns its technicians; the first one works on weekdays. */
  public List<Technician> fill(Instant now) {
    engine
        .settings()
        .updateTenantPolicy(
            UpdateTenantPolicyRequest.newBuilder().setPolicy(DemoCast.tenantPolicy()).build());
    var serviceTypes = serviceTypes();
    var customers = customers();
    var technicians = technicians();
    var visits = new DemoVisits(engine, serviceTypes, customers);
    technicians.forEach(technician -> visits.fillDays(technician, now));
    return technicians;
  }

  /** Gives the other tenant somebody of its own. */
  public void fillOther() {
    create(DemoCast.stranger(), existingTechnicians());
  }

  private List<Technician> technicians() {
    var existing = existingTechnicians();
    var technicians = new ArrayList<Technician>();
    for (var member : DemoCast.technicians()) {
      var technician = create(member.technician(), existing);
      if (!member.policy().equals(Policy.getDefaultInstance())) {
        engine
            .technicians()
            .updateTechnicianPolicy(
                UpdateTechnicianPolicyRequest.newBuilder()
                    .setPolicy(
                        member.policy().toBuilder().setName(technician.getName() + "/policy"))
                    .build());
      }
      technicians.add(technician);
    }
    return technicians;
  }

  private List<Technician> existingTechnicians() {
    return engine
        .technicians()
        .listTechnicians(ListTechniciansRequest.getDefaultInstance())
        .getTechniciansList();
  }

  private Technician create(Technician wanted, List<Technician> existing) {
    return named(wanted.getDisplayName(), existing, Technician::getDisplayName)
        .orElseGet(
            () ->
                engine
                    .technicians()
                    .createTechnician(
                        CreateTechnicianRequest.newBuilder().setTechnician(wanted).build()));
  }

  private List<ServiceType> serviceTypes() {
    var existing =
        engine
            .settings()
            .listServiceTypes(ListServiceTypesRequest.getDefaultInstance())
            .getServiceTypesList();
    return DemoCast.serviceTypes().stream()
        .map(
            wanted ->
                named(wanted.getDisplayName(), existing, ServiceType::getDisplayName)
                    .orElseGet(
                        () ->
                            engine
                                .settings()
                                .createServiceType(
                                    CreateServiceTypeRequest.newBuilder()
                                        .setServiceType(wanted)
                                        .build())))
        .toList();
  }

  private List<Customer> customers() {
    var existing =
        engine
            .customers()
            .listCustomers(ListCustomersRequest.getDefaultInstance())
            .getCustomersList();
    return DemoCast.customers().stream()
        .map(
            wanted ->
                named(wanted.getDisplayName(), existing, Customer::getDisplayName)
                    .orElseGet(
                        () ->
                            engine
                                .customers()
                                .createCustomer(
                                    CreateCustomerRequest.newBuilder()
                                        .setCustomer(wanted)
                                        .build())))
        .toList();
  }

  private static <T> Optional<T> named(
      String displayName, List<T> existing, Function<T, String> name) {
    return existing.stream().filter(one -> name.apply(one).equals(displayName)).findFirst();
  }
}
