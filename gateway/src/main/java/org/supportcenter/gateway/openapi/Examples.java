package org.supportcenter.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.api.FieldBehavior;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.util.Durations;
import java.util.Map;
import java.util.Set;
import org.supportcenter.v1.ErrorReason;

/** Plausible values, made from the names and patterns of the fields. */
final class Examples {
  static final String UUID = "6f1c1ba4-8f0b-4a43-9c1c-2a3b8f3d1a10";
  private static final String UUID_PATTERN = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
  private static final String DATE_PATTERN = "[0-9]{4}-[0-9]{2}-[0-9]{2}";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Map<String, String> STRINGS =
      Map.ofEntries(
          Map.entry("display_name", "Ada Example"),
          Map.entry("email", "ada@example.com"),
          Map.entry("from_address", "support@example.com"),
          Map.entry("reply_to", "support@example.com"),
          Map.entry("contact", "+49 30 1234567"),
          Map.entry("phone", "+49 30 1234567"),
          Map.entry("address", "Example Street 1, 10115 Berlin"),
          Map.entry("time_zone", "Europe/Berlin"),
          Map.entry("language", "en"),
          Map.entry("etag", "\"7\""),
          Map.entry("reference", "APPT-001"),
          Map.entry("subject", "No connection since Monday"),
          Map.entry("description", "The router blinks red."),
          Map.entry("label", "Christmas"),
          Map.entry("from", "09:00"),
          Map.entry("to", "17:00"),
          Map.entry("required_skills", "network"),
          Map.entry("skills", "network"),
          Map.entry("actor", "apiKeys/" + UUID),
          Map.entry("creator", "apiKeys/" + UUID),
          Map.entry("tenant", UUID),
          Map.entry("type", "appointment.created"),
          Map.entry("prefix", "sc_4fQz"),
          Map.entry("url", "https://example.com/hooks"),
          Map.entry("event_types", "appointment.*"),
          Map.entry("event_type", "appointment.moved"),
          Map.entry("owner_email", "ada@example.com"),
          Map.entry("owner_language", "en"),
          Map.entry("resource", "appointments/" + UUID),
          Map.entry("message_id", UUID),
          Map.entry("field", "startTime"),
          Map.entry("before", "2027-02-28T09:00:00Z"),
          Map.entry("after", "2027-03-01T09:00:00Z"),
          Map.entry("sentence", "It leaves no gap that is too short for another visit."),
          Map.entry("query", "router"),
          Map.entry("order_by", "createTime desc"),
          Map.entry("name", "appointments/" + UUID));

  private static final Map<String, String> TIMES =
      Map.of(
          "end_time", "2027-03-01T10:00:00Z",
          "create_time", "2027-02-01T08:00:00Z",
          "update_time", "2027-02-01T08:00:00Z",
          "event_time", "2027-02-01T08:00:00Z",
          "latest_end_time", "2027-03-01T12:00:00Z");

  /**
   * Of two fields that exclude each other the example has the first; legs need two places; a plan
   * that places and repairs at once, and made-up data as well as an appointment, would confuse.
   */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "Appointment.new_customer",
          "Appointment.status",
          "SuggestionSettings.legs",
          "Plan.drafts",
          "Plan.movable",
          "Plan.absence",
          "Plan.overrun",
          "Plan.tidy",
          "Plan.change",
          "PreviewNotificationTemplateRequest.appointment");

  private Examples() {}

  /** The last part of a name in that collection. */
  static String id(String collection) {
    return switch (collection) {
      case "dateOverrides" -> "2027-03-01";
      case "notificationTemplates" -> "CONFIRMATION-CUSTOMER-en";
      case String other -> UUID;
    };
  }

  /**
   * What a client sends: no output fields, no tokens, which only an earlier answer can give, and
   * only what is worth showing.
   */
  static ObjectNode request(Descriptor type, Set<FieldDescriptor> without) {
    var example = JSON.objectNode();
    for (var field : type.getFields()) {
      if (!without.contains(field) && isSent(field)) {
        example.set(field.getJsonName(), field(field, true));
      }
    }
    return example;
  }

  /** What a client gets. */
  static ObjectNode answer(Descriptor type) {
    var example = JSON.objectNode();
    for (var field : type.getFields()) {
      if (!Schemas.behaviours(field).contains(FieldBehavior.INPUT_ONLY)
          && isFirstOfItsOneof(field)
          && !field.getName().startsWith("cancel_")
          && !field.getName().equals("next_page_token")) {
        example.set(field.getJsonName(), field(field, false));
      }
    }
    return example;
  }

  private static boolean isSent(FieldDescriptor field) {
    var behaviours = Schemas.behaviours(field);
    var name = field.getContainingType().getName() + "." + field.getName();
    return !behaviours.contains(FieldBehavior.OUTPUT_ONLY)
        && !behaviours.contains(FieldBehavior.IDENTIFIER)
        && !LEFT_OUT.contains(name)
        && isFirstOfItsOneof(field)
        && !Set.of("etag", "validate_only", "request_id", "waive", "waive_justification", "role")
            .contains(field.getName())
        && !field.getName().endsWith("_token")
        && !name.equals("ApiKey.technician")
        && !name.startsWith("CheckAvailabilityRequest.exclude");
  }

  private static boolean isFirstOfItsOneof(FieldDescriptor field) {
    var oneof = field.getRealContainingOneof();
    return oneof == null || oneof.getField(0).equals(field);
  }

  private static JsonNode field(FieldDescriptor field, boolean sent) {
    if (field.isMapField()) {
      return JSON.objectNode().put("requiredMinutes", "15");
    }
    return field.isRepeated() ? JSON.arrayNode().add(value(field, sent)) : value(field, sent);
  }

  private static JsonNode value(FieldDescriptor field, boolean sent) {
    return switch (field.getJavaType()) {
      case STRING -> JSON.textNode(string(field));
      case BOOLEAN -> JSON.booleanNode(!field.getName().endsWith("opt_out"));
      case INT, LONG -> JSON.numberNode(Math.max(8, FieldLimits.rules(field).getInt32().getGte()));
      case DOUBLE, FLOAT -> JSON.numberNode(field.getName().equals("latitude") ? 52.53 : 13.38);
      case BYTE_STRING -> JSON.textNode("");
      case ENUM -> JSON.textNode(constant(field.getEnumType()));
      case MESSAGE -> {
        var type = field.getMessageType();
        yield switch (type.getFullName()) {
          case "google.protobuf.Timestamp" ->
              JSON.textNode(TIMES.getOrDefault(field.getName(), "2027-03-01T09:00:00Z"));
          case "google.protobuf.Duration" -> JSON.textNode(duration(field));
          case "google.protobuf.FieldMask" -> JSON.textNode("description");
          case String other -> sent ? request(type, Set.of()) : answer(type);
        };
      }
    };
  }

  /** The first that says something; of reasons one that bookings are refused for. */
  private static String constant(EnumDescriptor type) {
    return type.equals(ErrorReason.getDescriptor())
        ? ErrorReason.BUFFER_TOO_SHORT.name()
        : type.getValues().get(1).getName();
  }

  private static String duration(FieldDescriptor field) {
    var rules = FieldLimits.rules(field);
    var limits =
        field.isRepeated() ? rules.getRepeated().getItems().getDuration() : rules.getDuration();
    var usual =
        switch (field.getName()) {
          case "buffer_before", "buffer_after", "ttl", "slot_step" -> 900;
          case "time_limit", "default_time_limit" -> 30;
          case String other -> 3600;
        };
    return Durations.toString(
        Durations.fromSeconds(Math.max(usual, Durations.toSeconds(limits.getGte()))));
  }

  private static String string(FieldDescriptor field) {
    var rules = FieldLimits.rules(field);
    var limits =
        field.isRepeated() ? rules.getRepeated().getItems().getString() : rules.getString();
    if (limits.getInCount() > 0) {
      return limits.getIn(0);
    }
    var pattern = limits.getPattern();
    if (pattern.contains(UUID_PATTERN) || pattern.contains(DATE_PATTERN)) {
      return pattern
          .replace(UUID_PATTERN, UUID)
          .replace(DATE_PATTERN, "2027-03-01")
          .replaceAll("[\\^$()?]", "");
    }
    if (pattern.contains("notificationTemplates/")) {
      return "notificationTemplates/" + id("notificationTemplates");
    }
    var resource = field.getContainingType().getName();
    return switch (resource + "." + field.getName()) {
      case "Ticket.reference" -> "TICK-001";
      case "TimeOff.reason" -> "Training";
      case "NotificationTemplate.name" -> "notificationTemplates/" + id("notificationTemplates");
      case "NotificationTemplate.subject" -> "Your visit";
      case "NotificationTemplate.text" -> "We look forward to your visit.";
      case "NotificationTemplate.html" -> "<p>We look forward to your visit.</p>";
      case "CancelAppointmentRequest.reason" -> "The customer is ill.";
      case "ServiceType.display_name" -> "Router exchange";
      case "ApiKey.display_name" -> "Ticket system";
      case "UnsubscribeRequest.token" -> "token-of-the-link";
      case "UnsubscribeRequest.accept_language" -> "en-GB, en;q=0.8";
      case "UnsubscribeResponse.organisation" -> "Example Support";
      case "UnsubscribeResponse.heading" -> "Reminders are stopped";
      case "UnsubscribeResponse.text" -> "Example Support sends you no more of them.";
      case "UnsubscribeResponse.button" -> "";
      case "TravelPlace.name" -> "north";
      case "WebhookEndpoint.display_name" -> "Billing";
      case "WebhookEndpoint.secret" -> "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
      case "WebhookEndpoint.state_reason" -> "";
      case "Violation.subject",
          "Alternative.technician",
          "Slot.technician",
          "WhoAmIResponse.technician" ->
          "technicians/" + UUID;
      case String other ->
          field.getName().equals("name")
              ? plural(resource) + "/" + UUID
              : STRINGS.getOrDefault(field.getName(), "text");
    };
  }

  private static String plural(String resource) {
    return switch (resource) {
      case "Policy", "EffectivePolicy", "NotificationSettings", "SuggestionSettings" -> "settings";
      case "TimeOff" -> "technicians/" + UUID + "/timeOff";
      case "WebhookDelivery" -> "webhookEndpoints/" + UUID + "/deliveries";
      case "DateOverride" -> "technicians/" + UUID + "/dateOverrides";
      case String other -> Character.toLowerCase(other.charAt(0)) + other.substring(1) + "s";
    };
  }
}
