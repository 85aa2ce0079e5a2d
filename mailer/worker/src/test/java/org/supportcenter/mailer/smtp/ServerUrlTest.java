package org.supportcenter.mailer.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.mailer.smtp.ServerUrl.Form;
import org.supportcenter.mailer.smtp.ServerUrl.Security;

class ServerUrlTest {

  @Test
  void everythingIsRead() {
    assertThat(
            ServerUrl.parse("smtp://me%40x:p%3A+s@mail.example:2525?starttls=required", Form.SMTP))
        .isEqualTo(
            new ServerUrl("mail.example", 2525, "me@x", "p:+s", Security.STARTTLS_REQUIRED, ""));
  }

  @Test
  void whatIsNotGivenIsTheUsual() {
    assertThat(ServerUrl.parse("smtp://mail.example", Form.SMTP))
        .isEqualTo(new ServerUrl("mail.example", 587, "", "", Security.STARTTLS_OFFERED, ""));
    assertThat(ServerUrl.parse("smtps://mail.example", Form.SMTP))
        .isEqualTo(new ServerUrl("mail.example", 465, "", "", Security.TLS, ""));
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
        .isThrownBy(() -> ServerUrl.parse(text, Form.SMTP))
        .withMessageContaining("smtp://user:password@host")
        .withMessageNotContaining("secret");
  }

  @Test
  void aPasswordIsNotPrinted() {
    assertThat(ServerUrl.parse("smtp://me:secret@mail.example", Form.SMTP))
        .asString()
        .doesNotContain("secret");
  }
}
