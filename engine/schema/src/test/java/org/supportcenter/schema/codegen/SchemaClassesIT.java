package org.supportcenter.schema.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaClassesIT {
  @Test
  void committedClassesAreThoseOfTheMigrations(@TempDir Path fresh) throws Exception {
    SchemaClasses.generate(fresh);

    assertThat(sources(SchemaClasses.COMMITTED))
        .as("run `mvn -Pcodegen -pl engine/schema process-test-classes` and commit the result")
        .isEqualTo(sources(fresh));
  }

  private static Map<String, String> sources(Path root) throws IOException {
    var sources = new TreeMap<String, String>();
    try (var files = Files.walk(root)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        sources.put(root.relativize(file).toString(), Files.readString(file));
      }
    }
    return sources;
  }
}
