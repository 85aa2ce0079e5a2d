package org.supportcenter.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {
  @Test
  void theDocumentedConfigurationIsTheRealOne() throws IOException {
    var documented = Files.readString(Path.of("..", "docs", "configuration.md"));

    assertThat(documented)
        .as("run ./support-center configuration > docs/configuration.md")
        .isEqualTo(ConfigurationPage.of(SupportCenter.commandLine()));
  }
}
