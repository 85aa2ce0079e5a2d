package org.supportcenter.mailer.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportcenter.testkit.PostgresExtension;

class LanguagesIT {

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  @RegisterExtension final SendingExtension sending = new SendingExtension(postgres);

  @ParameterizedTest
  @CsvSource({
    "CUSTOMER, de, en, de",
    "CUSTOMER, , de, de",
    "CUSTOMER, , '', en",
    "TECHNICIAN, de, en, de",
    "TECHNICIAN, '', de, de",
    "TECHNICIAN, '', '', en",
  })
  void everybodyIsWrittenToInTheirOwnLanguageElseInThatOfTheTenant(
      String reader, String own, String tenants, String written) throws Exception {
    var world = sending.world();
    world.execute("UPDATE %s SET language = ?".formatted(reader), own);
    world.execute(
        """
        INSERT INTO notification_settings (tenant_id, from_address, reply_to, contact, language,
          version)
        VALUES (?, '', '', '', ?, 1)
        """,
        world.tenant,
        tenants);
    world.owes("CHANGE", reader);

    sending.mailer();
    sending.awaitMails(1);

    assertThat(sending.mails())
        .singleElement()
        .satisfies(mail -> assertThat(mail.getContentLanguage()).containsExactly(written))
        .satisfies(
            mail ->
                assertThat(mail.getSubject().toLowerCase(Locale.ROOT))
                    .contains(written.equals("de") ? "geändert" : "changed"));
  }
}
