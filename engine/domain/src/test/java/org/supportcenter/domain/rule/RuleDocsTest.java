package org.supportcenter.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published table of reasons is the enum, in its order. */
class RuleDocsTest {

  private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\|.*\\| (yes|no) \\|");

  @Test
  void theDocsHaveOneRowPerReason() throws IOException {
    var rows =
        Files.readAllLines(Path.of("../../docs/rules.md")).stream()
            .map(ROW::matcher)
            .filter(row -> row.matches())
            .map(row -> row.group(1) + " " + row.group(2));

    assertThat(rows)
        .containsExactlyElementsOf(
            Stream.of(Reason.values())
                .map(reason -> reason + (reason.waivable() ? " yes" : " no"))
                .toList());
  }
}
