package org.supportcenter.engine.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.engine.testing.Calls.invalidField;
import static org.supportcenter.engine.testing.Calls.reason;

import com.google.protobuf.Duration;
import com.google.protobuf.FieldMask;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.domain.access.Role;
import org.supportcenter.engine.testing.EngineExtension;
import org.supportcenter.v1.GetNotificationSettingsRequest;
import org.supportcenter.v1.NotificationSettings;
import org.supportcenter.v1.SettingsServiceGrpc;
import org.supportcenter.v1.SettingsServiceGrpc.SettingsServiceBlockingStub;
import org.supportcenter.v1.UpdateNotificationSettingsRequest;

class NotificationSettingsIT {

  @RegisterExtension static final EngineExtension engine = new EngineExtension();

  private SettingsServiceBlockingStub settings;

  @BeforeEach
  void seed() {
    settings = manager(engine.seeds().tenant());
  }

  @Test
  void notificationsHaveDefaultsUntilSomebodyChangesThem() {
    var settingsNow = notifications();

    assertThat(settingsNow)
        .isEqualTo(
            NotificationSettings.newBuilder()
                .setName("settings/notifications")
                .setConfirmation(true)
                .addReminderLeads(seconds(86400))
                .setMaximumLateness(seconds(7200))
                .setEtag("\"0\"")
                .build());

    var changed =
        update(
            NotificationSettings.newBuilder()
                .setConfirmation(false)
                .setContact("Call <us>")
                .setLanguage("de")
                .build(),
            "confirmation",
            "reminderLeads",
            "contact",
            "language");
    assertThat(changed.getConfirmation()).isFalse();
    assertThat(changed.getReminderLeadsList()).isEmpty();
    assertThat(changed.getMaximumLateness()).isEqualTo(seconds(7200));
    assertThat(changed.getLanguage()).isEqualTo("de");
    assertThat(notifications()).isEqualTo(changed);
    assertThat(update(NotificationSettings.getDefaultInstance(), "confirmation").getConfirmation())
        .isTrue();
  }

  @Test
  void noReminderComesTwice() {
    var twice =
        NotificationSettings.newBuilder()
            .addReminderLeads(seconds(60))
            .addReminderLeads(seconds(60))
            .build();

    assertThat(invalidField(() -> update(twice))).isEqualTo("notificationSettings.reminderLeads");
  }

  @Test
  void aStaleEtagChangesNothing() {
    update(NotificationSettings.newBuilder().setContact("first").build());
    var stale = NotificationSettings.newBuilder().setContact("second").setEtag("\"0\"").build();

    assertThat(reason(() -> update(stale))).isEqualTo("ETAG_MISMATCH");
    assertThat(notifications().getContact()).isEqualTo("first");
  }

  @Test
  void whatAnotherTenantSetIsNotSeen() {
    update(NotificationSettings.newBuilder().setContact("ours").build());

    settings = manager(engine.seeds().tenant());

    assertThat(notifications().getContact()).isEmpty();
  }

  private static SettingsServiceBlockingStub manager(UUID tenant) {
    return SettingsServiceGrpc.newBlockingStub(engine.as(engine.seeds().key(tenant, Role.MANAGER)));
  }

  private NotificationSettings notifications() {
    return settings.getNotificationSettings(GetNotificationSettingsRequest.getDefaultInstance());
  }

  private NotificationSettings update(NotificationSettings update, String... mask) {
    return settings.updateNotificationSettings(
        UpdateNotificationSettingsRequest.newBuilder()
            .setNotificationSettings(update)
            .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
            .build());
  }

  private static Duration seconds(long seconds) {
    return Duration.newBuilder().setSeconds(seconds).build();
  }
}
