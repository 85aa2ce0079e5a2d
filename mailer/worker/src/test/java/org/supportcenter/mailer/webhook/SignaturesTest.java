package org.supportcenter.mailer.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Against what the reference library of Standard Webhooks for Python (standardwebhooks 1.1.0)
 * printed: {@code Webhook(secret).sign(id, time, body)}.
 */
class SignaturesTest {

  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant TIME = Instant.ofEpochSecond(1614265330);
  private static final String FIRST = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  private static final String SECOND = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String THIRD = "whsec_SEzKZUFhbXeBbmBBy2XDhaGwk9kgsNwmKbAOYcKpHF0=";

  @Test
  void aSignatureIsTheOneThatTheReferenceLibraryExpects() {
    var body = "{\"test\": 2432232314}";

    assertThat(Signatures.header(ID, TIME, body.getBytes(UTF_8), List.of(SECOND)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void whileSecretsOverlapEachOfThemSigns() {
    var body = "{\"type\":\"appointment.created\",\"data\":{\"reason\":\"Grüße 🙂\"}}";

    assertThat(Signatures.header(ID, TIME, body.getBytes(UTF_8), List.of(FIRST, SECOND, THIRD)))
        .isEqualTo(
            "v1,geEeuHSJ97Jy99cY3mnytmAmASAlMuHKxV3Jh53+b44="
                + " v1,qRL8zBGSjE/dBZ2dgGMyNuYWPuwTJfVwxgRTtOqu2RE="
                + " v1,ZdLwJ6xb6uJL39ckxFXrwoXgvRSO496c8ZUFSQLgGpI=");
  }
}
