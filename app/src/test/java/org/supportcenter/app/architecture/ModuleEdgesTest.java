package org.supportcenter.app.architecture;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Which module may use which. Whoever adds an edge says so here. */
class ModuleEdgesTest {
  private static final String PREFIX = "support-center-";

  private static final Map<String, Set<String>> EDGES =
      Map.ofEntries(
          entry("proto", Set.of()),
          entry("domain", Set.of()),
          entry("schema", Set.of()),
          entry("runtime", Set.of()),
          entry("store", Set.of("domain", "runtime", "schema")),
          entry("solver", Set.of("domain")),
          entry("engine", Set.of("compose", "domain", "proto", "runtime", "solver", "store")),
          entry("compose", Set.of()),
          entry("mailer", Set.of("compose", "runtime", "schema")),
          entry("gateway", Set.of("proto")),
          entry("testkit", Set.of("domain", "schema")),
          entry(
              "app",
              Set.of(
                  "compose", "domain", "engine", "gateway", "mailer", "proto", "runtime",
                  "schema")),
          entry("bench", Set.of("proto", "solver")));

  @Test
  void modulesUseEachOtherOnlyAlongTheKnownEdges() throws Exception {
    var edges = new TreeMap<String, Set<String>>();
    for (var pom : SourceTree.files("pom.xml")) {
      var project = parse(pom);
      if (!"pom".equals(text(project, "packaging"))) {
        edges.put(module(text(project, "artifactId")), ownDependencies(project));
      }
    }

    assertThat(edges).containsExactlyInAnyOrderEntriesOf(EDGES);
  }

  @ParameterizedTest
  @CsvSource({
    "ai.timefold., engine/solver",
    "org.jooq., engine/schema engine/runtime engine/store mailer",
    "org.flywaydb., engine/schema",
    "io.grpc., engine/server gateway app bench",
    "org.supportcenter.v1., engine/server gateway app bench",
    "com.linecorp.armeria., gateway",
    "org.apache.hc., mailer",
    "picocli., app bench",
    "jakarta.mail., mailer/worker app",
    "net.fortuna., mailer/compose",
    "biweekly., mailer/compose",
    "com.samskivert., mailer/compose",
  })
  void librariesAreImportedOnlyByTheirModules(String imported, String modules) throws IOException {
    var homes = List.of(modules.split(" "));
    var strangers = new ArrayList<Path>();
    for (var file : SourceTree.files(".java")) {
      var athome = homes.stream().anyMatch(home -> file.startsWith(Path.of(home)));
      if (!athome && SourceTree.read(file).lines().anyMatch(line -> imports(line, imported))) {
        strangers.add(file);
      }
    }

    assertThat(strangers).as("files that import %s* outside of %s", imported, modules).isEmpty();
  }

  private static boolean imports(String line, String imported) {
    return line.startsWith("import " + imported) || line.startsWith("import static " + imported);
  }

  private static Element parse(Path pom) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(SourceTree.root().resolve(pom).toFile())
        .getDocumentElement();
  }

  private static Set<String> ownDependencies(Element project) {
    var own = new TreeSet<String>();
    var block = child(project, "dependencies");
    for (var dependency : block == null ? List.<Element>of() : children(block)) {
      if ("org.supportcenter".equals(text(dependency, "groupId"))
          && !"test".equals(text(dependency, "scope"))) {
        own.add(module(text(dependency, "artifactId")));
      }
    }
    return own;
  }

  private static String module(String artifactId) {
    assertThat(artifactId).startsWith(PREFIX);
    return artifactId.substring(PREFIX.length());
  }

  private static String text(Element parent, String name) {
    var child = child(parent, name);
    return child == null ? "" : child.getTextContent().strip();
  }

  private static @Nullable Element child(Element parent, String name) {
    return children(parent).stream()
        .filter(element -> element.getTagName().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
