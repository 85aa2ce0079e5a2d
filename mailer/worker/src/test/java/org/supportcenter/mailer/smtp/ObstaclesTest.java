package org.supportcenter.mailer.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import org.supportcenter.mailer.smtp.SmtpServer.UnreachableException;

class ObstaclesTest {

  private static final ServerUrl PLAIN = url("smtp://mx.example:465");
  private static final ServerUrl TLS = url("smtps://mx.example:25");

  @Test
  void aNameThatNobodyHasIsToldFromAServerThatIsAway() {
    try (var server = new SmtpServer(url("smtp://nobody.invalid:25"))) {
      assertThatThrownBy(server::probe)
          .isInstanceOf(UnreachableException.class)
          .hasMessageEndingWith("cannot be reached: there is no host of that name");
    }
  }

  @Test
  void whoeverWritesSmtpsForAPortWithoutTlsIsToldSo() throws Exception {
    try (var responder = new SmtpResponder();
        var server = new SmtpServer(url("smtps://127.0.0.1:" + responder.port()))) {
      assertThatThrownBy(server::probe)
          .hasMessageEndingWith("the scheme of the address has no s at its end");
    }
  }

  @Test
  void aServerThatIsSilentMayWaitForTls() {
    var silent = new MessagingException("x", new SocketTimeoutException("Read timed out"));

    assertThat(Obstacles.opening(silent, PLAIN))
        .isEqualTo(
            "Read timed out; where TLS begins at once, the scheme of the address ends in s, as in smtps");
    assertThat(Obstacles.opening(silent, TLS)).isEqualTo("Read timed out");
    assertThat(Obstacles.using(silent)).isEqualTo("Read timed out");
  }

  @Test
  void allIsToldInOneLine() {
    var refused = new AuthenticationFailedException("LOGIN\r\n  failed");

    assertThat(Obstacles.opening(refused, PLAIN)).isEqualTo("LOGIN failed");
  }

  private static ServerUrl url(String text) {
    return ServerUrl.parse(text, ServerUrl.Form.SMTP);
  }
}
