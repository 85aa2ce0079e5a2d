package org.supportcenter.mailer.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import javax.net.SocketFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportcenter.mailer.smtp.ServerUrl.Form;

class SessionsTest {

  @ParameterizedTest
  @CsvSource({"smtp://127.0.0.1:25?starttls=never, smtp", "smtps://127.0.0.1:465, smtps"})
  void theEndOfALongMailIsNotHeldBackUntilItsBeginningIsAcknowledged(String url, String scheme)
      throws Exception {
    var session = Sessions.to(ServerUrl.parse(url, Form.SMTP), "smtp");

    var factory = session.getProperties().get("mail." + scheme + ".socketFactory");

    assertThat(factory).isInstanceOf(SocketFactory.class);
    try (var socket = ((SocketFactory) factory).createSocket()) {
      assertThat(socket.getTcpNoDelay()).isTrue();
    }
  }
}
