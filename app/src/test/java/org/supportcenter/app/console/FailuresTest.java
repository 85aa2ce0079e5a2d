package org.supportcenter.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  static Stream<Arguments> known() {
    return Stream.of(
        Arguments.of(new UserError("Do this."), "Do this."),
        Arguments.of(new BindException("Address already in use"), "port is taken"),
        Arguments.of(new SQLException("no", "28P01"), "user or password"),
        Arguments.of(new SQLException("no", "3D000"), "does not exist"),
        Arguments.of(
            new SQLException("no", "53300"), "start its engines with fewer --call-threads"),
        Arguments.of(new SQLException("Refused. Check.", "08001"), "cannot be reached (Refused)"),
        Arguments.of(
            new SQLException("Failed.", "08001", new UnknownHostException("db.example")),
            "cannot be reached (there is no host db.example)"),
        Arguments.of(new SQLException("FATAL: no", "57P03"), "again when it is up"),
        Arguments.of(new IOException("No space left on device"), "disk is full"),
        Arguments.of(new FileSystemException("/d", null, "No space left on device"), "full"),
        Arguments.of(new FileSystemException("/d", null, "Read-only file system"), "read-only"),
        Arguments.of(new AccessDeniedException("/d"), "/d may not be read or written"));
  }

  @ParameterizedTest
  @MethodSource("known")
  void whatIsUnderstoodIsToldAlsoFromDeepBelow(Exception failure, String words) {
    assertThat(Failures.sentence(failure)).contains(words);
    assertThat(Failures.sentence(new IllegalStateException("outer", failure))).contains(words);
  }

  @Test
  void theUnexpectedIsNamedInOneLine() {
    var sentence = Failures.sentence(new IllegalStateException("first. second\nthird"));

    assertThat(sentence).contains("IllegalStateException: first)").doesNotContain("\n");
  }
}
