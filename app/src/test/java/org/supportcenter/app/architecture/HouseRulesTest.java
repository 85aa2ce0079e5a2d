package org.supportcenter.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
  private static final int MOST_LINES = 300;

  /** In pieces, so that this file does not break its own rule. */
  private static final List<String> REGISTRIES =
      Stream.of(
              Stream.of("repo", "maven", "apache", "org"),
              Stream.of("repo1", "maven", "org"),
              Stream.of("registry", "npmjs", "org"),
              Stream.of("registry", "yarnpkg", "com"),
              Stream.of("files", "pythonhosted", "org"),
              Stream.of("proxy", "golang", "org"),
              Stream.of("buf", "build/"),
              Stream.of("deb", "debian", "org"))
          .map(parts -> String.join(".", parts.toList()))
          .toList();

  private static final Pattern CLOCK_READ =
      Pattern.compile(
          "\\b(Instant|LocalDate|LocalDateTime|LocalTime|ZonedDateTime|OffsetDateTime)\\.now\\("
              + "|System\\.currentTimeMillis\\(|new Date\\(\\)");

  @Test
  void noWrittenFileIsLong() throws IOException {
    var tooLong =
        SourceTree.files(".java", ".ts", ".svelte").stream()
            .filter(file -> SourceTree.read(file).lines().count() > MOST_LINES)
            .toList();

    assertThat(tooLong).as("files of more than %d lines", MOST_LINES).isEmpty();
  }

  @Test
  void noFileNamesARegistry() throws IOException {
    var naming =
        SourceTree.files().stream()
            .filter(file -> REGISTRIES.stream().anyMatch(SourceTree.read(file)::contains))
            .toList();

    assertThat(naming).as("files that name a package registry").isEmpty();
  }

  @Test
  void everyPackageSaysThatNothingIsNull() throws IOException {
    var silent =
        SourceTree.files(".java").stream()
            .map(Path::getParent)
            .distinct()
            .filter(directory -> directory.toString().contains("src/main/java"))
            .filter(directory -> !saysNullMarked(directory.resolve("package-info.java")))
            .toList();

    assertThat(silent).as("packages without a @NullMarked package-info.java").isEmpty();
  }

  @Test
  void onlyBenchmarksReadTheClock() throws IOException {
    assertThat(productionFilesMatching(CLOCK_READ))
        .as("files that read the clock; take an InstantSource instead")
        .allMatch(file -> file.startsWith("bench"));
  }

  @Test
  void noTestSleepsAndNoneIsSwitchedOff() throws IOException {
    var pattern = Pattern.compile("Thread\\.sleep" + "\\(|@Dis" + "abled");
    var lazy =
        SourceTree.files(".java").stream()
            .filter(file -> file.toString().contains("src/test/java"))
            .filter(file -> pattern.matcher(SourceTree.read(file)).find())
            .toList();

    assertThat(lazy).as("tests that sleep or are switched off").isEmpty();
  }

  private static List<Path> productionFilesMatching(Pattern pattern) throws IOException {
    return SourceTree.files(".java").stream()
        .filter(file -> file.toString().contains("src/main/java"))
        .filter(file -> pattern.matcher(SourceTree.read(file)).find())
        .toList();
  }

  private static boolean saysNullMarked(Path packageInfo) {
    return SourceTree.root().resolve(packageInfo).toFile().exists()
        && SourceTree.read(packageInfo).contains("@NullMarked");
  }
}
