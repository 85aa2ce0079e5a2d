package org.supportcenter.mailer.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void whatCouldHarmATerminalIsWrittenOut() {
    assertThat(Excerpt.of("ok\n\u001b[31m\u0000\u202e<script>\u00e4")) //
        .isEqualTo("ok\\u000a\\u001b[31m\\u0000\\u202e<script>\u00e4");
  }

  @Test
  void onlyTheBeginningIsKept() {
    assertThat(Excerpt.of("x".repeat(5000).getBytes(UTF_8))).hasSize(500);
  }

  @Test
  void bytesThatAreNoTextAreReplaced() {
    assertThat(Excerpt.of(new byte[] {(byte) 0xff, 'a'})).isEqualTo("\ufffda");
  }
}
