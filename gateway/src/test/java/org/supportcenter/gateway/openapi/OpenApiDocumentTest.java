package org.supportcenter.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import build.buf.protovalidate.ValidationResult;
import build.buf.protovalidate.ValidatorFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.supportcenter.gateway.PublicRoutes;
import org.supportcenter.gateway.json.FieldPath;
import org.supportcenter.gateway.json.MessageFields;
import org.supportcenter.gateway.json.MessageReader;
import org.supportcenter.gateway.rest.Route;
import org.supportcenter.v1.WebhookMessage;

class OpenApiDocumentTest {
  private static byte[] document;
  private static JsonNode openApi;

  @BeforeAll
  static void generate() throws Exception {
    document = OpenApiDocument.json(PublicRoutes.all());
    openApi = new ObjectMapper().readTree(document);
  }

  static Stream<Route> routes() {
    return PublicRoutes.all().stream();
  }

  static JsonNode operation(Route route) {
    return openApi
        .get("paths")
        .path(Operations.path(route.path()))
        .path(route.http().name().toLowerCase(Locale.ROOT));
  }

  @Test
  void isValid() {
    var options = new ParseOptions();
    options.setResolve(true);
    var parsed =
        new OpenAPIV3Parser()
            .readContents(new String(document, StandardCharsets.UTF_8), null, options);
    assertThat(parsed.getMessages()).isNullOrEmpty();
    assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
  }

  @Test
  void refersOnlyToWhatItHolds() {
    var references = new ArrayList<String>();
    openApi.findValuesAsText("$ref", references);
    assertThat(references).isNotEmpty();
    assertThat(references)
        .allSatisfy(
            reference -> assertThat(openApi.at(reference.substring(1)).isObject()).isTrue());
  }

  @ParameterizedTest
  @MethodSource("routes")
  void holdsEachRuleWithItsErrorsAndAnExample(Route route) {
    var operation = operation(route);
    assertThat(operation.path("x-grpc-method").asText()).isEqualTo(route.method().getFullName());
    assertThat(operation.path("summary").asText()).isNotEmpty();
    var responses = operation.get("responses");
    assertThat(responses.fieldNames()).toIterable().contains("200", "400", "500", "503", "504");
    var ok = responses.at("/200/content").elements().next();
    assertThat(ok.has("example")).isTrue();
    assertThat(operation.get("parameters"))
        .allSatisfy(
            parameter ->
                assertThat(parameter.has("$ref") || parameter.has("description")).isTrue());
  }

  @Test
  void pathParametersAreNamedAfterOneOfTheirCollection() {
    assertThat(openApi.get("paths").findParents("in"))
        .filteredOn(parameter -> parameter.path("in").asText().equals("path"))
        .extracting(parameter -> parameter.path("name").asText())
        .contains("delivery", "timeOff", "serviceType", "dateOverride", "apiKey")
        .noneMatch(name -> name.endsWith("s") || name.endsWith("ie"));
  }

  @Test
  void requestExamplesInventNoTokens() {
    assertThat(openApi.get("paths").findValues("requestBody"))
        .extracting(body -> body.at("/content/application~1json/example"))
        .noneMatch(example -> example.has("slotToken") || example.has("pageToken"));
  }

  @ParameterizedTest
  @MethodSource("routes")
  void itsRequestExamplesAreAccepted(Route route) throws Exception {
    var body = operation(route).at("/requestBody/content/application~1json/example");
    if (body.isMissingNode()) {
      assertThat(route.body()).isInstanceOf(Route.Body.None.class);
      return;
    }
    var request = route.request().newBuilderForType();
    var target =
        route.body() instanceof Route.Body.Field(var field)
            ? request.getFieldBuilder(field)
            : request;
    for (var variable : route.path().variables()) {
      var owner = request;
      for (var step : variable.fields().subList(0, variable.fields().size() - 1)) {
        owner = owner.getFieldBuilder(step);
      }
      var path = new StringJoiner("/");
      for (int i = variable.from(); i < variable.to(); i++) {
        var segment = route.path().segments().get(i);
        path.add(segment.equals("*") ? Examples.id(route.path().segments().get(i - 1)) : segment);
      }
      owner.setField(variable.fields().getLast(), path.toString());
    }
    MessageReader.read(body.toString().getBytes(StandardCharsets.UTF_8), target, FieldPath.ROOT);
    assertThat(violations(request.build())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void itsAnswerExampleIsAnAnswer(Route route) {
    if (!route.method().isServerStreaming()) {
      var example = operation(route).at("/responses/200/content/application~1json/example");
      var answer = DynamicMessage.newBuilder(route.method().getOutputType());

      var present =
          MessageReader.read(
              example.toString().getBytes(StandardCharsets.UTF_8), answer, FieldPath.ROOT);

      assertThat(present).hasSize(example.size());
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void its400NamesAFieldThatItHas(Route route) {
    var error = operation(route).at("/responses/400/content/application~1json/example/error");
    var violation = error.at("/details/1/fieldViolations/0");
    var field = violation.path("field").asText();
    var input = route.method().getInputType();
    assertThat(violation.path("reason").asText()).isEqualTo("FIELD_INVALID");
    assertThat(violation.path("description").asText()).startsWith("must ");
    if (field.equals("body")) {
      assertThat(input.getFields()).isEmpty();
    } else {
      assertThat(hasField(input, field)).as(field).isTrue();
    }
  }

  private static boolean hasField(Descriptor message, String path) {
    var dot = path.indexOf('.');
    var field = MessageFields.find(message, dot < 0 ? path : path.substring(0, dot));
    return field != null && (dot < 0 || hasField(field.getMessageType(), path.substring(dot + 1)));
  }

  @Test
  void tellsWhatIsSentToEndpoints() {
    var webhooks = openApi.get("webhooks");
    assertThat(webhooks.fieldNames())
        .toIterable()
        .hasSize(WebhookMessage.Event.values().length - 2)
        .contains("appointment.no_show", "ticket.updated");
    webhooks
        .fields()
        .forEachRemaining(
            webhook -> {
              var example =
                  webhook.getValue().at("/post/requestBody/content/application~1json/example");
              var message = WebhookMessage.newBuilder();
              MessageReader.read(
                  example.toString().getBytes(StandardCharsets.UTF_8), message, FieldPath.ROOT);
              assertThat(message.getType()).isEqualTo(webhook.getKey());
              assertThat(message.getData().hasTicket())
                  .isEqualTo(webhook.getKey().startsWith("ticket."));
              assertThat(message.getData().hasAppointment())
                  .isNotEqualTo(message.getData().hasTicket());
            });
  }

  @Test
  void everyFieldAndValueIsDocumented() {
    var undocumented = new ArrayList<String>();
    openApi
        .at("/components/schemas")
        .fields()
        .forEachRemaining(
            schema -> {
              if (isOurs(schema.getKey())) {
                schema
                    .getValue()
                    .path("properties")
                    .fields()
                    .forEachRemaining(
                        property -> {
                          if (!property.getValue().has("description")) {
                            undocumented.add(schema.getKey() + "." + property.getKey());
                          }
                        });
              }
            });
    assertThat(undocumented).isEmpty();
  }

  @Test
  void saysWhatProtovalidateSays() {
    var appointment = openApi.at("/components/schemas/Appointment/properties");
    assertThat(appointment.at("/description/maxLength").asInt()).isEqualTo(20_000);
    assertThat(appointment.at("/requiredSkills/maxItems").asInt()).isEqualTo(100);
    assertThat(appointment.at("/requiredSkills/items/minLength").asInt()).isEqualTo(1);
    assertThat(appointment.at("/duration/x-maximum").asText()).isEqualTo("86400s");
    var email = openApi.at("/components/schemas/Customer/properties/email");
    assertThat(email.at("/anyOf/0/maxLength").asInt(-1)).as("it is printed when empty").isZero();
    assertThat(email.at("/anyOf/1/format").asText()).isEqualTo("email");
    assertThat(appointment.at("/etag").has("readOnly")).isFalse();
    assertThat(appointment.at("/reference/readOnly").asBoolean()).isTrue();
    assertThat(appointment.at("/newCustomer/writeOnly").asBoolean()).isTrue();
    assertThat(openApi.at("/components/schemas/Appointment/required")).hasSizeGreaterThan(1);
    assertThat(openApi.at("/components/schemas/AppointmentPatch").has("required")).isFalse();
    var refused = openApi.at("/paths/~1v1~1appointments/post/responses/409/x-reasons");
    assertThat(refused.toString()).contains("OVERLAPS_APPOINTMENT", "CUSTOMER_OVERLAP");
  }

  @Test
  void onlyWhatIsPublicNeedsNoCredential() {
    assertThat(openApi.get("paths").findParents("x-grpc-method"))
        .filteredOn(
            operation -> operation.has("security") || !operation.at("/responses").has("401"))
        .singleElement()
        .satisfies(
            operation -> {
              assertThat(operation.get("operationId").asText()).isEqualTo("unsubscribe");
              assertThat(operation.get("security")).isEmpty();
              assertThat(operation.get("responses").has("401")).isFalse();
              assertThat(operation.get("description").asText()).contains("without a credential");
            });
  }

  @Test
  void saysThatTooManyHoldsAreToldWhenToComeBack() {
    var refused = openApi.at("/paths/~1v1~1holds/post/responses/429/x-reasons");
    assertThat(refused.toString()).contains("HOLD_LIMIT_REACHED");
    assertThat(openApi.at("/components/schemas/Error").toString())
        .contains("#/components/schemas/RetryInfo", "google.rpc.RetryInfo");
  }

  /** Those of google.rpc come without their comments. */
  private static boolean isOurs(String schema) {
    return Stream.of(
            "ErrorInfo", "BadRequest", "PreconditionFailure", "RetryInfo", "LocalizedMessage")
        .noneMatch(schema::startsWith);
  }

  private static List<String> violations(Message request) throws Exception {
    ValidationResult result = ValidatorFactory.newBuilder().build().validate(request);
    return result.getViolations().stream()
        .map(violation -> violation.toProto().toString())
        .toList();
  }
}
