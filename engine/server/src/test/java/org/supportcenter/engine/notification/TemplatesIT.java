package org.supportcenter.engine.notification;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.error;
import static org.supportcenter.engine.testing.Calls.reason;

import com.google.protobuf.FieldMask;
import com.google.rpc.BadRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.engine.testing.Race;
import org.supportcenter.engine.testing.SeededVisits;
import org.supportcenter.v1.GetNotificationTemplateRequest;
import org.supportcenter.v1.ListNotificationTemplateRevisionsRequest;
import org.supportcenter.v1.ListNotificationTemplatesRequest;
import org.supportcenter.v1.NotificationServiceGrpc;
import org.supportcenter.v1.NotificationServiceGrpc.NotificationServiceBlockingStub;
import org.supportcenter.v1.NotificationTemplate;
import org.supportcenter.v1.PreviewNotificationTemplateRequest;
import org.supportcenter.v1.PreviewNotificationTemplateResponse;
import org.supportcenter.v1.ResetNotificationTemplateRequest;
import org.supportcenter.v1.UpdateNotificationTemplateRequest;

class TemplatesIT {

  private static final String NAME = "notificationTemplates/CONFIRMATION-CUSTOMER-en";

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private UUID tenant;
  private NotificationServiceBlockingStub notifications;

  @BeforeEach
  void seed() {
    tenant = engine.seeds().tenant();
    notifications = manager(tenant);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subject | Dear {{custmer}} | line 1: custmer",
        "text | Hello,\\n{{custmer}} | line 2: custmer",
        "html | <p>\\n\\n{{custmer}}</p> | line 3: custmer",
        "html | <p>\\n<a href=\"{{customer}}\">x</a></p> | line 2: customer",
        "text | \\n{{#customer}}no end | line 2: ",
        "subject | ' ' | line 1: is empty",
        "text | '\\n ' | line 1: is empty",
        "html | <p>{{address}}</p> | line 1: is empty",
      })
  void aMistakeIsRefusedWithItsLineAndItsVariable(String part, String template, String expected) {
    var update = NotificationTemplate.newBuilder().setName(NAME);
    var descriptor = NotificationTemplate.getDescriptor().findFieldByName(part);
    update.setField(descriptor, template.replace("\\n", "\n"));

    var refused = error(() -> update(update));

    var violations =
        requireNonNull(EngineExtension.detail(refused, BadRequest.class)).getFieldViolationsList();
    assertThat(violations).hasSize(1);
    assertThat(violations.getFirst().getField()).isEqualTo("notificationTemplate." + part);
    assertThat(violations.getFirst().getDescription()).startsWith(expected.stripLeading());
    assertThat(get().getShipped()).isTrue();
  }

  @Test
  void anEmptySubjectIsRefusedAndDoesNotMeanTheOldOne() {
    var refused =
        error(
            () ->
                notifications.updateNotificationTemplate(
                    UpdateNotificationTemplateRequest.newBuilder()
                        .setNotificationTemplate(NotificationTemplate.newBuilder().setName(NAME))
                        .setUpdateMask(FieldMask.newBuilder().addPaths("subject"))
                        .build()));

    var violation =
        requireNonNull(EngineExtension.detail(refused, BadRequest.class)).getFieldViolations(0);
    assertThat(violation.getField()).isEqualTo("notificationTemplate.subject");
    assertThat(violation.getDescription()).contains("is empty", "write words", "{{reference}}");
  }

  @Test
  void everyChangeIsKeptAndAResetIsOneOfThem() {
    var shipped = get();
    var first = update(NotificationTemplate.newBuilder().setName(NAME).setText("One {{date}}"));
    var second = update(NotificationTemplate.newBuilder().setName(NAME).setSubject("Two"));

    var reset = reset();

    assertThat(first.getHtml()).isEqualTo(shipped.getHtml());
    assertThat(second.getText()).isEqualTo("One {{date}}");
    assertThat(reset.getText()).isEqualTo(shipped.getText());
    assertThat(reset.getShipped()).isTrue();
    assertThat(revisions()).containsExactly(reset, second, first);
    assertThat(second.getAuthor()).startsWith("apiKeys/");
    assertThat(reset()).as("there is nothing more to reset").isEqualTo(reset);
    assertThat(get()).isEqualTo(reset);
  }

  @Test
  void aChangeOfWhatSomebodyElseHasChangedIsRefused() {
    var read = get();
    update(NotificationTemplate.newBuilder().setName(NAME).setSubject("Theirs"));

    assertThat(reason(() -> update(read.toBuilder().setSubject("Ours"))))
        .isEqualTo("ETAG_MISMATCH");
    assertThat(get().getSubject()).isEqualTo("Theirs");
  }

  @Test
  void ofChangesAtTheSameTimeEachIsARevisionOrIsToldToTryAgain() throws InterruptedException {
    var changes = new ArrayList<Callable<NotificationTemplate>>();
    for (int i = 0; i < 8; i++) {
      var change = NotificationTemplate.newBuilder().setName(NAME).setSubject("Subject " + i);
      changes.add(() -> update(change));
    }

    var race = Race.of(changes);

    assertThat(race.successes()).isNotEmpty();
    assertThat(race.refusals())
        .allSatisfy(
            refusal ->
                assertThat(EngineExtension.info(refusal).getReason())
                    .isEqualTo("CONCURRENT_CHANGE"));
    assertThat(revisions()).hasSameSizeAs(race.successes());
  }

  @Test
  void everyKindHasATemplateForEachReaderInEachLanguage() {
    update(NotificationTemplate.newBuilder().setName(NAME).setSubject("Changed"));

    var listed =
        notifications
            .listNotificationTemplates(ListNotificationTemplatesRequest.getDefaultInstance())
            .getNotificationTemplatesList();

    assertThat(listed).hasSize(6 * 2 * 2).doesNotHaveDuplicates().contains(get());
    assertThat(listed).filteredOn(template -> !template.getShipped()).hasSize(1);
  }

  @Test
  void aPreviewOfWhatIsNotSavedShowsTheSampleAndSavesNothing() {
    var unsaved = NotificationTemplate.newBuilder().setSubject("{{reference}} {{startTime}}");

    var preview =
        notifications.previewNotificationTemplate(
            PreviewNotificationTemplateRequest.newBuilder()
                .setName(NAME)
                .setNotificationTemplate(unsaved.setText("{{date}}").setHtml("<p>{{customer}}</p>"))
                .build());

    assertThat(preview.getSubject()).isEqualTo("APPT-001 10:00 AM");
    assertThat(preview.getText()).isEqualTo("Monday, March 1, 2027");
    assertThat(preview.getHtml()).isEqualTo("<p>Ada &lt;Example&gt; &amp; Sons</p>");
    assertThat(revisions()).isEmpty();
  }

  @Test
  void aPreviewShowsWhatIsNotGivenAsItIsNow() {
    update(NotificationTemplate.newBuilder().setName(NAME).setText("Now {{date}}"));

    var preview =
        notifications.previewNotificationTemplate(
            PreviewNotificationTemplateRequest.newBuilder()
                .setName(NAME)
                .setNotificationTemplate(NotificationTemplate.newBuilder().setSubject("New"))
                .build());

    assertThat(preview.getSubject()).isEqualTo("New");
    assertThat(preview.getText()).isEqualTo("Now Monday, March 1, 2027");
  }

  @Test
  void aPreviewOfARealVisitHarmsNobodyWhateverTheCustomerIsCalled() {
    update(NotificationTemplate.newBuilder().setName(NAME).setSubject("For {{customer}}"));
    var visit = visitOf("<script>alert(1)</script>\r\nBcc: all@example.org");

    var preview = preview(visit);

    assertThat(preview.getSubject())
        .isEqualTo("For <script>alert(1)</script> Bcc: all@example.org");
    assertThat(preview.getHtml()).doesNotContain("<script").contains("&lt;script&gt;");
    assertThat(preview.getText()).contains("APPT-9002 (TICK-9001)");
  }

  @Test
  void anotherTenantsVisitsAndTemplatesAreNotSeen() {
    update(NotificationTemplate.newBuilder().setName(NAME).setSubject("Ours"));
    var visit = visitOf("Ada");

    notifications = manager(engine.seeds().tenant());

    assertThat(get().getShipped()).isTrue();
    assertThat(revisions()).isEmpty();
    assertThat(reason(() -> preview(visit))).isEqualTo("RESOURCE_NOT_FOUND");
  }

  private static NotificationServiceBlockingStub manager(UUID tenant) {
    return NotificationServiceGrpc.newBlockingStub(
        engine.as(engine.seeds().key(tenant, Role.MANAGER)));
  }

  private String visitOf(String name) {
    var customer = engine.seeds().customer(tenant);
    engine
        .seeds()
        .execute(tenant, "UPDATE customer SET display_name = ? WHERE id = ?", name, customer);
    var visits = new SeededVisits(engine.seeds(), tenant);
    var technician = engine.seeds().technician(tenant, "Europe/Berlin");
    var ticket = visits.ticket(customer);
    return "appointments/" + visits.visit(technician, customer, ticket);
  }

  private NotificationTemplate get() {
    return notifications.getNotificationTemplate(
        GetNotificationTemplateRequest.newBuilder().setName(NAME).build());
  }

  /** Changes the texts that are given. */
  private NotificationTemplate update(NotificationTemplate.Builder change) {
    var given =
        List.of("subject", "text", "html").stream()
            .filter(
                part ->
                    !change
                        .getField(NotificationTemplate.getDescriptor().findFieldByName(part))
                        .equals(""))
            .toList();
    return notifications.updateNotificationTemplate(
        UpdateNotificationTemplateRequest.newBuilder()
            .setNotificationTemplate(change)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(given))
            .build());
  }

  private NotificationTemplate reset() {
    return notifications.resetNotificationTemplate(
        ResetNotificationTemplateRequest.newBuilder().setName(NAME).build());
  }

  private List<NotificationTemplate> revisions() {
    return notifications
        .listNotificationTemplateRevisions(
            ListNotificationTemplateRevisionsRequest.newBuilder().setParent(NAME).build())
        .getRevisionsList();
  }

  private PreviewNotificationTemplateResponse preview(String appointment) {
    return notifications.previewNotificationTemplate(
        PreviewNotificationTemplateRequest.newBuilder()
            .setName(NAME)
            .setAppointment(appointment)
            .build());
  }
}
