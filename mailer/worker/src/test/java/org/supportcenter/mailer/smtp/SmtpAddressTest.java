package org.supportcenter.mailer.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.mailer.smtp.SmtpAddress.Security;

class SmtpAddressTest {

  @Test
  void everythingIsRead() {
    assertThat(SmtpAddress.parse("smtp://me%40x:p%3A+s@mail.example:2525?starttls=required"))
        .isEqualTo(
            new SmtpAddress("mail.example", 2525, "me@x", "p:+s", Security.STARTTLS_REQUIRED));
  }

  @Test
  void whatIsNotGivenIsTheUsual() {
    assertThat(SmtpAddress.parse("smtp://mail.example"))
        .isEqualTo(new SmtpAddress("mail.example", 587, "", "", Security.STARTTLS_OFFERED));
    assertThat(SmtpAddress.parse("smtps://mail.example"))
        .isEqualTo(new SmtpAddress("mail.example", 465, "", "", Security.TLS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "mail.example:25",
        "http://mail.example",
        "smtp://u:secret@x?tls=1",
        "smtp:// x"
      })
  void whatIsNoAddressIsRefusedWithoutRepeatingIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmtpAddress.parse(text))
        .withMessageContaining("smtp://user:password@host")
        .withMessageNotContaining("secret");
  }

  @Test
  void aPasswordIsNotPrinted() {
    assertThat(SmtpAddress.parse("smtp://me:secret@mail.example"))
        .asString()
        .doesNotContain("secret");
  }
}
