package org.supportcenter.domain.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The published table of soft rules is the enum, in its order, with its weights. */
class SuggestionDocsTest {

  private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\| (\\d+) \\|.+\\|");

  @Test
  void theDocsHaveOneFormulaPerSoftRule() throws IOException {
    var rows =
        Files.readAllLines(Path.of("../../docs/suggestions.md")).stream()
            .map(ROW::matcher)
            .filter(row -> row.matches())
            .map(row -> row.group(1) + " " + row.group(2));

    assertThat(rows)
        .containsExactlyElementsOf(
            Stream.of(SoftRule.values()).map(rule -> rule + " " + rule.defaultWeight()).toList());
  }
}
