package org.supportcenter.engine.call;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.stub.ClientCalls;
import java.io.InputStream;
import java.util.UUID;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;

/** For every method that changes something, a request that succeeds, and what it needs before. */
final class ChangeRequests {

  private static final String TEN = "2027-03-02T10:00:00Z";

  private final EngineExtension engine;
  private final UUID tenant;
  private final Channel admin;
  private final String technician;

  ChangeRequests(EngineExtension engine) {
    this.engine = engine;
    tenant = engine.seeds().tenant();
    admin = engine.as(engine.seeds().key(tenant, Role.ADMIN));
    technician = "technicians/" + engine.seeds().technician(tenant, "UTC");
  }

  /** The request as JSON; a method that is not here fails the test that asks. */
  String of(String method) {
    return switch (method) {
      case "CreateApiKey" -> "{apiKey: {displayName: 'Key', role: 'MANAGER'}}";
      case "RotateApiKey", "RevokeApiKey" -> named(create("CreateApiKey"));
      case "CreateAppointment" -> appointment("CONFIRMED");
      case "UpdateAppointment" ->
          "{appointment: {name: '%s', description: 'Router'}, updateMask: 'description'}"
              .formatted(create("CreateAppointment"));
      case "ConfirmAppointment" -> named(name(call("CreateAppointment", appointment("DRAFT"))));
      case "StartAppointment", "CancelAppointment", "MarkNoShowAppointment" ->
          named(create("CreateAppointment"));
      case "CompleteAppointment" -> named(name(call("StartAppointment", of("StartAppointment"))));
      case "BatchMoveAppointments" ->
          "{moves: [{name: '%s', startTime: '2027-03-02T14:00:00Z'}]}"
              .formatted(create("CreateAppointment"));
      case "CreateCustomer" -> "{customer: {displayName: 'Ada', email: 'ada@example.com'}}";
      case "UpdateCustomer" -> renamed("customer", create("CreateCustomer"));
      case "CreateHold" ->
          "{technician: '%s', startTime: '%s', duration: '3600s'}".formatted(technician, TEN);
      case "RetryNotification" -> named(failedMail());
      case "RetryFailedNotifications" -> failedMail().isEmpty() ? "" : "{}";
      case "UpdateNotificationTemplate" ->
          """
          {notificationTemplate: {name: 'notificationTemplates/CONFIRMATION-CUSTOMER-en',
           subject: 'See you soon'}, updateMask: 'subject'}
          """;
      case "ResetNotificationTemplate" ->
          named(name(call("UpdateNotificationTemplate", of("UpdateNotificationTemplate"))));
      case "CreatePlan" ->
          """
          {plan: {startTime: '2027-03-02T00:00:00Z', endTime: '2027-03-03T00:00:00Z',
           timeLimit: '1s', requests: [{customer: '%s', duration: '3600s'}]}}
          """
              .formatted(create("CreateCustomer"));
      case "ApplyPlan", "CancelPlan", "DiscardPlan" -> named(plan());
      case "UpdatePlanSettings" ->
          "{settings: {defaultTimeLimit: '20s'}, updateMask: 'defaultTimeLimit'}";
      case "UpdateTenantPolicy" -> "{policy: {slotStep: '600s'}, updateMask: 'slotStep'}";
      case "UpdateTechnicianPolicy" ->
          "{policy: {name: '%s/policy', slotStep: '600s'}, updateMask: 'slotStep'}"
              .formatted(technician);
      case "UpdateNotificationSettings" ->
          "{notificationSettings: {contact: 'Hotline'}, updateMask: 'contact'}";
      case "UpdateSuggestionSettings" ->
          "{suggestionSettings: {weights: {sooner: 9}}, updateMask: 'weights'}";
      case "CreateClosure" -> "{closure: {startDate: '2027-12-24', endDate: '2027-12-26'}}";
      case "UpdateClosure" ->
          "{closure: {name: '%s', label: 'Christmas'}, updateMask: 'label'}"
              .formatted(create("CreateClosure"));
      case "CreateServiceType" -> "{serviceType: {displayName: 'Repair', duration: '3600s'}}";
      case "UpdateServiceType" -> renamed("serviceType", create("CreateServiceType"));
      case "CreateTechnician" -> "{technician: {displayName: 'Grace', timeZone: 'Europe/Berlin'}}";
      case "UpdateTechnician" -> renamed("technician", technician);
      case "CreateTimeOff" ->
          """
          {parent: '%s',
           timeOff: {startTime: '2027-05-03T00:00:00Z', endTime: '2027-05-04T00:00:00Z'}}
          """
              .formatted(technician);
      case "UpdateTimeOff" ->
          "{timeOff: {name: '%s', reason: 'Training'}, updateMask: 'reason'}"
              .formatted(create("CreateTimeOff"));
      case "CreateDateOverride" ->
          "{parent: '%s', dateOverride: {date: '2027-03-28'}}".formatted(technician);
      case "UpdateDateOverride" ->
          """
          {dateOverride: {name: '%s', hours: [{from: '10:00', to: '12:00'}]}, updateMask: 'hours'}
          """
              .formatted(create("CreateDateOverride"));
      case "CreateTicket" ->
          "{ticket: {subject: 'No connection', customer: '%s'}}"
              .formatted(create("CreateCustomer"));
      case "UpdateTicket" ->
          "{ticket: {name: '%s', subject: 'Slow'}, updateMask: 'subject'}"
              .formatted(create("CreateTicket"));
      case "CreateWebhookEndpoint" ->
          "{webhookEndpoint: {displayName: 'Billing', url: 'https://example.com/hooks'}}";
      case "UpdateWebhookEndpoint" -> renamed("webhookEndpoint", create("CreateWebhookEndpoint"));
      case "RotateWebhookSecret", "DisableWebhookEndpoint" ->
          named(create("CreateWebhookEndpoint"));
      case "EnableWebhookEndpoint" ->
          named(name(call("DisableWebhookEndpoint", of("DisableWebhookEndpoint"))));
      case "RedeliverWebhook" -> named(delivery(create("CreateWebhookEndpoint")));
      case "ReplayWebhookDeliveries" -> {
        var endpoint = create("CreateWebhookEndpoint");
        yield delivery(endpoint).isEmpty()
            ? ""
            : "{name: '%s', fromSequence: 1}".formatted(endpoint);
      }
      case String other -> throw new IllegalArgumentException("No request for " + other);
    };
  }

  /** Calls a method with JSON, as an administrator. */
  Message call(String method, String json) {
    var rpc =
        engine.server().methods().stream()
            .filter(candidate -> method.equals(candidate.getBareMethodName()))
            .findFirst()
            .orElseThrow();
    return call(rpc, json);
  }

  private <Q, A> Message call(MethodDescriptor<Q, A> rpc, String json) {
    var request = ((Message) rpc.parseRequest(InputStream.nullInputStream())).toBuilder();
    try {
      JsonFormat.parser().merge(json, request);
    } catch (InvalidProtocolBufferException typo) {
      throw new IllegalArgumentException(json, typo);
    }
    @SuppressWarnings("unchecked") // The builder is of the method's own request.
    var built = (Q) request.build();
    if (rpc.getType() == MethodDescriptor.MethodType.UNARY) {
      return (Message) ClientCalls.blockingUnaryCall(admin, rpc, CallOptions.DEFAULT, built);
    }
    var last = request.build();
    var told = ClientCalls.blockingServerStreamingCall(admin, rpc, CallOptions.DEFAULT, built);
    while (told.hasNext()) {
      last = (Message) told.next();
    }
    return last;
  }

  private String create(String method) {
    return name(call(method, of(method)));
  }

  private static String name(Message resource) {
    return (String) resource.getField(resource.getDescriptorForType().findFieldByName("name"));
  }

  private static String named(String name) {
    return "{name: '%s'}".formatted(name);
  }

  private static String renamed(String field, String name) {
    return "{%s: {name: '%s', displayName: 'Another'}, updateMask: 'displayName'}"
        .formatted(field, name);
  }

  private String appointment(String status) {
    return "{appointment: {technician: '%s', customer: '%s', startTime: '%s', status: '%s'}}"
        .formatted(technician, create("CreateCustomer"), TEN, status);
  }

  private String plan() {
    var plan = create("CreatePlan");
    call("WatchPlan", named(plan));
    return plan;
  }

  private String failedMail() {
    create("CreateAppointment");
    engine
        .seeds()
        .execute(
            tenant,
            "UPDATE notification SET status = 'FAILED' WHERE kind = 'CONFIRMATION' AND recipient ="
                + " 'CUSTOMER'");
    var mails = call("ListNotifications", "{statuses: ['FAILED']}");
    var field = mails.getDescriptorForType().findFieldByName("notifications");
    return name((Message) mails.getRepeatedField(field, 0));
  }

  private String delivery(String endpoint) {
    var id = UUID.randomUUID();
    var now = engine.clock().instant();
    engine
        .seeds()
        .execute(
            tenant,
            """
            INSERT INTO webhook_delivery (tenant_id, endpoint_id, id, sequence, event_seq,
              resource_type, resource_id, version, event_type, event_time, status, due_time,
              create_time)
            VALUES (?, ?, ?, 1, 1, 'APPOINTMENT', gen_random_uuid(), 1, 'appointment.created', ?,
              'FAILED', ?, ?)
            """,
            tenant,
            UUID.fromString(endpoint.substring(endpoint.indexOf('/') + 1)),
            id,
            now,
            now,
            now);
    return endpoint + "/deliveries/" + id;
  }
}
