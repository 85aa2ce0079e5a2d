package org.supportcenter.mailer.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignaturesTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
  private static final Instant TIME = Instant.ofEpochSecond(1614265330);
  private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
  private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

  @Test
  void aSignatureIsTheOneThatTheReferenceLibrariesExpect() {
    assertThat(Signatures.header(ID, TIME, BODY, List.of(SECRET))).isEqualTo(SIGNATURE);
  }

  @Test
  void whileSecretsOverlapEachOfThemSigns() {
    var other = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    assertThat(Signatures.header(ID, TIME, BODY, List.of(other, SECRET)))
        .endsWith(" " + SIGNATURE)
        .startsWith("v1,")
        .satisfies(header -> assertThat(header.split(" ")).hasSize(2).doesNotHaveDuplicates());
  }
}
