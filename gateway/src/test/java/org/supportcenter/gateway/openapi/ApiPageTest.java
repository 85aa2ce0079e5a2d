package org.supportcenter.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.supportcenter.gateway.error.Failure;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.ErrorReasonOuterClass;

/** Holds the table of errors in docs/api.md to the enum. */
class ApiPageTest {
  @Test
  void theTableOfErrorsIsTheEnum() throws Exception {
    var comments = ProtoComments.load();
    var expected =
        Stream.of(ErrorReason.values())
            .filter(reason -> reason != ErrorReason.UNRECOGNIZED && reason.getNumber() != 0)
            .map(
                reason ->
                    "| `%s` | %s | %d | %s |"
                        .formatted(
                            reason,
                            reason
                                .getValueDescriptor()
                                .getOptions()
                                .getExtension(ErrorReasonOuterClass.code),
                            Failure.httpStatus(reason),
                            comments.of("supportcenter.v1." + reason)))
            .toList();
    var table =
        Files.readAllLines(Path.of("..", "docs", "api.md")).stream()
            .filter(line -> line.matches("\\| `[A-Z_]+` \\|.*"))
            .toList();
    assertThat(table).containsExactlyElementsOf(expected);
  }

  @Test
  void everyReasonHasACodeAndAnHttpStatus() {
    for (var value : ErrorReason.getDescriptor().getValues().stream().skip(1).toList()) {
      assertThat(value.getOptions().hasExtension(ErrorReasonOuterClass.code))
          .as(value.getName())
          .isTrue();
      assertThat(value.getOptions().getExtension(ErrorReasonOuterClass.httpStatus))
          .as(value.getName())
          .isBetween(400, 504);
    }
  }
}
