package org.supportcenter.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Duration;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.domain.refusal.RefusedException;
import org.supportcenter.v1.ApiKey;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.AppointmentServiceOuterClass;
import org.supportcenter.v1.AvailabilityServiceOuterClass;
import org.supportcenter.v1.BatchMoveAppointmentsRequest;
import org.supportcenter.v1.CheckAvailabilityRequest;
import org.supportcenter.v1.CreateApiKeyRequest;
import org.supportcenter.v1.CreateCustomerRequest;
import org.supportcenter.v1.CreatePlanRequest;
import org.supportcenter.v1.CreateWebhookEndpointRequest;
import org.supportcenter.v1.Customer;
import org.supportcenter.v1.ListAppointmentsRequest;
import org.supportcenter.v1.NotificationServiceOuterClass;
import org.supportcenter.v1.Plan;
import org.supportcenter.v1.PlannedChange;
import org.supportcenter.v1.PreviewChangeRequest;
import org.supportcenter.v1.SettingsServiceOuterClass;
import org.supportcenter.v1.SuggestSlotsRequest;
import org.supportcenter.v1.TechnicianServiceOuterClass;
import org.supportcenter.v1.TicketServiceOuterClass;
import org.supportcenter.v1.WebhookEndpoint;
import org.supportcenter.v1.WebhookServiceOuterClass;

class ShapeProblemsTest {

  private static final List<FileDescriptor> SERVICES =
      List.of(
          AppointmentServiceOuterClass.getDescriptor(),
          AvailabilityServiceOuterClass.getDescriptor(),
          NotificationServiceOuterClass.getDescriptor(),
          SettingsServiceOuterClass.getDescriptor(),
          TechnicianServiceOuterClass.getDescriptor(),
          TicketServiceOuterClass.getDescriptor(),
          WebhookServiceOuterClass.getDescriptor());

  private static final Shape SHAPE =
      Shape.of(
          List.of(
              BatchMoveAppointmentsRequest.getDescriptor(),
              CheckAvailabilityRequest.getDescriptor(),
              CreateApiKeyRequest.getDescriptor(),
              CreateCustomerRequest.getDescriptor(),
              CreatePlanRequest.getDescriptor(),
              CreateWebhookEndpointRequest.getDescriptor(),
              ListAppointmentsRequest.getDescriptor(),
              PreviewChangeRequest.getDescriptor(),
              SuggestSlotsRequest.getDescriptor()));

  @Test
  void ofSeveralFieldsOneOfWhichIsNeededAllAreNamed() {
    assertThat(problems(PreviewChangeRequest.getDefaultInstance()))
        .containsExactly("timeOff must be given, or else dateOverride, closure or policy");
    var plan =
        Plan.newBuilder()
            .setStartTime(Timestamp.getDefaultInstance())
            .setEndTime(Timestamp.getDefaultInstance())
            .setChange(PlannedChange.getDefaultInstance());
    assertThat(problems(CreatePlanRequest.newBuilder().setPlan(plan).build()))
        .containsExactly(
            "plan.change.timeOff must be given, or else dateOverride, closure or policy");
  }

  @Test
  void enumsAndListsSayWhatToDo() {
    var list =
        ListAppointmentsRequest.newBuilder()
            .addStatuses(Appointment.Status.STATUS_UNSPECIFIED)
            .addPrioritiesValue(77);
    assertThat(problems(list.build()))
        .containsExactly(
            "statuses[0] must say something: name one of its other values",
            "priorities[0] must be a value that this version knows");
    var key = ApiKey.newBuilder().setDisplayName("A").addScopes("admin").addScopes("admin");
    assertThat(problems(CreateApiKeyRequest.newBuilder().setApiKey(key).build()))
        .containsExactly("apiKey.scopes must not hold the same entry twice");
    assertThat(
            problems(
                CreateApiKeyRequest.newBuilder()
                    .setApiKey(ApiKey.newBuilder().setDisplayName("A").addScopes("everything"))
                    .build()))
        .singleElement()
        .asString()
        .startsWith("apiKey.scopes[0] must be one of appointments.read, ")
        .doesNotContain("[appointments");
    assertThat(problems(BatchMoveAppointmentsRequest.getDefaultInstance()))
        .containsExactly("moves must not be empty");
  }

  @Test
  void textsAndRangesSayWhatToDo() {
    var endpoint = WebhookEndpoint.newBuilder().setUrl("https://example.com/a b");
    assertThat(
            problems(
                CreateWebhookEndpointRequest.newBuilder().setWebhookEndpoint(endpoint).build()))
        .containsExactly("webhookEndpoint.url must not contain spaces or control characters");
    var customer =
        Customer.newBuilder()
            .setDisplayName("x".repeat(201))
            .setEmail("ada")
            .setLanguage("english please");
    assertThat(problems(CreateCustomerRequest.newBuilder().setCustomer(customer).build()))
        .containsExactly(
            "customer.displayName must have at most 200 characters",
            "customer.email must be an email address, like \"ada@example.com\"",
            "customer.language must be a language tag, like \"en\" or \"pt-BR\"");
    var suggest =
        SuggestSlotsRequest.newBuilder()
            .setStartTime(Timestamp.getDefaultInstance())
            .setEndTime(Timestamp.getDefaultInstance())
            .addRequiredSkills("")
            .setDuration(Duration.newBuilder().setSeconds(-5))
            .setMaxSuggestions(51);
    assertThat(problems(suggest.build()))
        .containsExactly(
            "duration must be at least 60s and at most 86400s",
            "requiredSkills[0] must not be empty",
            "maxSuggestions must be at least 0 and at most 50");
    assertThat(problems(CheckAvailabilityRequest.getDefaultInstance()))
        .containsExactly(
            "technician must look like \"technicians/{uuid}\"", "startTime is required");
  }

  @Test
  void everyPatternIsToldInWords() {
    var patterns = new TreeSet<String>();
    var seen = new TreeSet<String>();
    SERVICES.stream()
        .flatMap(file -> file.getMessageTypes().stream())
        .forEach(message -> collect(message, patterns, seen));

    assertThat(patterns).hasSizeGreaterThan(20);
    assertThat(patterns)
        .allSatisfy(
            pattern ->
                assertThat(ShapeProblems.form(pattern))
                    .doesNotContainPattern("[\\[\\]\\^$*|+?\\\\]"));
  }

  private static void collect(Descriptor message, Set<String> patterns, Set<String> seen) {
    if (seen.add(message.getFullName())) {
      for (var field : message.getFields()) {
        var rules = field.getOptions().getExtension(ValidateProto.field);
        Stream.of(rules.getString(), rules.getRepeated().getItems().getString())
            .map(text -> text.getPattern())
            .filter(pattern -> !pattern.isEmpty())
            .forEach(patterns::add);
        if (field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
          collect(field.getMessageType(), patterns, seen);
        }
      }
    }
  }

  /** The sentences, as they are told, without their full stop. */
  private static List<String> problems(Message request) {
    var refused =
        catchThrowableOfType(RefusedException.class, () -> SHAPE.check(request)).refusal();
    return ((Refusal.FieldsInvalid) refused)
        .problems().stream().map(each -> each.field() + " " + each.problem()).toList();
  }
}
