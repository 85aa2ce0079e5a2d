package org.supportcenter.mailer.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.mailer.smtp.ServerUrl.Form;
import org.supportcenter.mailer.smtp.SmtpResponder.Security;
import org.supportcenter.mailer.smtp.SmtpServer.UnreachableException;

class SmtpServerTest {

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA", SmtpResponder.END_OF_MAIL})
  void whatTheServerWantsLaterIsDeferred(String command) throws Exception {
    try (var responder = new SmtpResponder().answer(command, "451 4.7.1 greylisted");
        var server = server(responder, "", "never")) {
      assertThat(send(server))
          .isInstanceOfSatisfying(
              Answer.Deferred.class, later -> assertThat(later.code()).isEqualTo(451))
          .extracting(Answer::text)
          .isEqualTo("451 4.7.1 greylisted");
      assertThat(send(server)).isInstanceOf(Answer.Accepted.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA", SmtpResponder.END_OF_MAIL})
  void whatTheServerDoesNotWantIsRefused(String command) throws Exception {
    try (var responder = new SmtpResponder().answer(command, "554 5.7.1 no advertising");
        var server = server(responder, "", "never")) {
      assertThat(send(server))
          .isEqualTo(new Answer.Refused(554, "554 5.7.1 no advertising", false));
      assertThat(send(server)).isInstanceOf(Answer.Accepted.class);
    }
  }

  @Test
  void anAddressThatDoesNotExistIsToldFromOneThatMayLater() throws Exception {
    try (var responder =
            new SmtpResponder()
                .answer("RCPT", "550 5.1.1 no such user")
                .answer("RCPT", "552 5.2.2 mailbox full");
        var server = server(responder, "", "never")) {
      assertThat(send(server)).isEqualTo(new Answer.Refused(550, "550 5.1.1 no such user", true));
      assertThat(send(server)).isEqualTo(new Answer.Refused(552, "552 5.2.2 mailbox full", false));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAIL", "RCPT", "DATA", SmtpResponder.END_OF_MAIL})
  void aConnectionThatBreaksIsNoAnswer(String command) throws Exception {
    try (var responder = new SmtpResponder().answer(command, SmtpResponder.RESET);
        var server = server(responder, "", "never")) {
      assertThat(send(server)).isInstanceOf(Answer.Unreachable.class);
      assertThat(send(server)).isInstanceOf(Answer.Accepted.class);
    }
  }

  @Test
  void whoeverKnowsThePasswordMaySend() throws Exception {
    try (var responder = new SmtpResponder(new Security(null, false, "us@er:p:ss"))) {
      try (var server = server(responder, "us%40er:p%3Ass@", "never")) {
        assertThat(send(server)).isInstanceOf(Answer.Accepted.class);
      }
      try (var server = server(responder, "us%40er:secret-guess@", "never")) {
        assertThatThrownBy(server::connect)
            .isInstanceOf(UnreachableException.class)
            .hasMessageContaining("does not accept the user and password")
            .hasMessageNotContaining("secret-guess");
      }
      assertThat(responder.mails()).hasSize(1);
    }
  }

  @Test
  void whereTlsIsRequiredNothingIsToldToAServerWithoutIt() throws Exception {
    try (var responder = new SmtpResponder(new Security(null, false, "user:password"));
        var server = server(responder, "user:password@", "required")) {
      assertThatThrownBy(server::connect)
          .isInstanceOf(UnreachableException.class)
          .hasMessageContaining("STARTTLS");
      assertThat(responder.commands()).doesNotContain("AUTH", "MAIL");
    }
  }

  static SmtpServer server(SmtpResponder responder, String login, String startTls) {
    return new SmtpServer(
        ServerUrl.parse(
            "smtp://%s127.0.0.1:%d?starttls=%s".formatted(login, responder.port(), startTls),
            Form.SMTP));
  }

  static Answer send(SmtpServer server) throws Exception {
    var message = new OutgoingMessage("<1@localhost>", "support@example.org");
    message.setText("x");
    message.saveChanges();
    try (var line = server.connect()) {
      return line.send(message, new InternetAddress("customer@example.org"));
    }
  }
}
