package org.supportcenter.engine.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.EngineServer;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.ListNotificationTemplatesRequest;
import org.supportcenter.v1.NotificationServiceGrpc;
import org.supportcenter.v1.NotificationTemplate;
import org.supportcenter.v1.PreviewNotificationTemplateRequest;

class MailLanguagesIT {

  private static final String FRENCH = "notificationTemplates/CONFIRMATION-CUSTOMER-fr";

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  @TempDir private Path directory;

  @Test
  void languagesByFileAreListedAndShownByTheEngineToo() throws Exception {
    Files.writeString(
        directory.resolve("mail_fr.properties"),
        "language=fr\nCONFIRMATION.subject=Votre rendez-vous {{reference}}\n",
        UTF_8);
    var key = engine.seeds().key(engine.seeds().tenant(), Role.ADMIN);
    try (var speaking =
        EngineServer.start(engine.config().withMailLanguages(directory), engine.clock())) {
      var channel = EngineExtension.channelTo(speaking);
      try {
        var templates =
            NotificationServiceGrpc.newBlockingStub(
                EngineExtension.with(channel, "x-api-key", key.secret()));
        var all = templates.listNotificationTemplates(everything()).getNotificationTemplatesList();
        var preview =
            templates.previewNotificationTemplate(
                PreviewNotificationTemplateRequest.newBuilder().setName(FRENCH).build());

        assertThat(all)
            .filteredOn(template -> template.getName().equals(FRENCH))
            .singleElement()
            .satisfies(template -> assertThat(template.getShipped()).isTrue())
            .extracting(NotificationTemplate::getSubject)
            .isEqualTo("Votre rendez-vous {{reference}}");
        assertThat(preview.getSubject()).startsWith("Votre rendez-vous ");
      } finally {
        channel.shutdownNow();
      }
    }
    assertThat(
            NotificationServiceGrpc.newBlockingStub(engine.as(key))
                .listNotificationTemplates(everything())
                .getNotificationTemplatesList())
        .extracting(NotificationTemplate::getName)
        .doesNotContain(FRENCH);
  }

  private static ListNotificationTemplatesRequest everything() {
    return ListNotificationTemplatesRequest.getDefaultInstance();
  }
}
