package org.supportcenter.gateway;

import io.grpc.ServiceDescriptor;
import java.util.List;
import org.supportcenter.v1.AccessServiceGrpc;
import org.supportcenter.v1.AppointmentServiceGrpc;
import org.supportcenter.v1.AvailabilityServiceGrpc;
import org.supportcenter.v1.CustomerServiceGrpc;
import org.supportcenter.v1.HoldServiceGrpc;
import org.supportcenter.v1.NotificationServiceGrpc;
import org.supportcenter.v1.PlanServiceGrpc;
import org.supportcenter.v1.SettingsServiceGrpc;
import org.supportcenter.v1.TechnicianServiceGrpc;
import org.supportcenter.v1.TicketServiceGrpc;
import org.supportcenter.v1.WebhookServiceGrpc;

/** The services offered on the public port. */
final class PublicApi {
  static final List<ServiceDescriptor> SERVICES =
      List.of(
          AppointmentServiceGrpc.getServiceDescriptor(),
          AvailabilityServiceGrpc.getServiceDescriptor(),
          HoldServiceGrpc.getServiceDescriptor(),
          TechnicianServiceGrpc.getServiceDescriptor(),
          SettingsServiceGrpc.getServiceDescriptor(),
          CustomerServiceGrpc.getServiceDescriptor(),
          PlanServiceGrpc.getServiceDescriptor(),
          TicketServiceGrpc.getServiceDescriptor(),
          NotificationServiceGrpc.getServiceDescriptor(),
          WebhookServiceGrpc.getServiceDescriptor(),
          AccessServiceGrpc.getServiceDescriptor());

  private PublicApi() {}
}
