package org.supportcenter.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.supportcenter.compose.Purpose.Audience;
import org.supportcenter.compose.Purpose.Kind;

class LanguageFileTest {

  private static final Purpose REMINDER = new Purpose(Kind.REMINDER, Audience.CUSTOMER);

  @TempDir Path directory;

  @Test
  void whatAFileLeavesOutIsSaidInEnglish() throws Exception {
    write("mail_es-419.properties", "language=es\ngreeting=Hola {{recipient}},\n");

    var shipped = ShippedTemplates.load(directory);

    assertThat(shipped.languages()).containsExactly("de", "en", "es-419");
    assertThat(shipped.template(REMINDER, "es-419").text())
        .startsWith("Hola {{recipient}},")
        .contains("reminder of your appointment");
    assertThat(shipped.mail("WEBHOOK_STOPPED", "es-419", owner()).subject())
        .contains("has stopped");
  }

  @Test
  void thePageThatStopsRemindersSpeaksTheLanguagesOfTheFilesToo() throws Exception {
    write(
        "mail_fr.properties",
        "language=fr\nunsubscribe=Plus de rappels\nUNSUBSCRIBE.noMore=Plus rien de {{organisation}}.");
    var shipped = ShippedTemplates.load(directory);

    var words = shipped.unsubscribing(List.of("", "*", "fr-CA", "de"), "Acme & Co");

    assertThat(words.language()).isEqualTo("fr");
    assertThat(words.button()).isEqualTo("Plus de rappels");
    assertThat(words.noMore()).isEqualTo("Plus rien de Acme & Co.");
    assertThat(words.question()).as("left out").isEqualTo("Stop reminders?");
    write("mail_fr.properties", "UNSUBSCRIBE.noMore={{reference}}");
    assertThatThrownBy(() -> ShippedTemplates.load(directory))
        .hasMessageContaining("mail_fr.properties, line 1: UNSUBSCRIBE.noMore");
  }

  @Test
  void aFileMayChangeSomeOfTheWordsThatAreShipped() throws Exception {
    write("mail_de.properties", "greeting=Hallo {{recipient}},\n");

    var german = ShippedTemplates.load(directory).template(REMINDER, "de");

    assertThat(german.text()).startsWith("Hallo {{recipient}},").contains("Erinnerung");
  }

  @Test
  void whatIsShippedIsAFileThatCanBeUsed() throws Exception {
    for (var language : new String[] {"en", "de"}) {
      try (var file = getClass().getResourceAsStream("mail_%s.properties".formatted(language))) {
        Files.copy(file, directory.resolve("mail_%s.properties".formatted(language)));
      }
    }

    assertThat(ShippedTemplates.load(directory).languages()).containsExactly("de", "en");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "greeting=Bonjour {{recipent}},|3|greeting: recipent is not a variable; there are"
            + " recipient",
        "greeting=Bonjour {{recipient,|3|greeting: the tag that begins with {{ does not end",
        "REMINDER.opening={{#address}}x|3|REMINDER.opening: Section missing close tag",
        "greting=Bonjour|3|greting: there is no such name",
        "REMINDRE.subject=Rappel|3|REMINDRE.subject: there is no such name",
        "REMINDER.CLIENT.subject=Rappel|3|REMINDER.CLIENT.subject: there is no such name",
        "who=technicienne|3|who: technicienne is not a variable",
        "greeting={{{recipient}}}|3|greeting: values are always escaped",
        "WEBHOOK_STOPPED.subject={{customer}}|3|WEBHOOK_STOPPED.subject: customer is not a"
            + " variable",
        "greeting=Bonjour \\u00e,|3|\\u needs four hexadecimal digits",
      })
  void aMistakeIsToldWithFileAndLine(String word, int line, String problem) throws Exception {
    write("mail_fr.properties", "# Français\nlanguage=fr\n%s\n".formatted(word));

    assertThatThrownBy(() -> ShippedTemplates.load(directory))
        .isInstanceOf(LanguageFileException.class)
        .hasMessageStartingWith(
            "%s, line %d: %s", directory.resolve("mail_fr.properties"), line, problem);
  }

  @Test
  void wordsThatCannotStandInAPageAreTold() throws Exception {
    write("mail_fr.properties", "CANCELLATION.detailsHtml=<a href=\"{{cancelReason}}\">x</a>\n");

    assertThatThrownBy(() -> ShippedTemplates.load(directory))
        .hasMessageContaining("mail_fr.properties: with it, html of the mail CANCELLATION")
        .hasMessageContaining("cancelReason may stand only");
  }

  @Test
  void otherBytesThanUtf8AndOtherNamesThanLanguageTagsAreTold() throws Exception {
    write("mail_fr.properties", "language=fr\ngreeting=À bientôt\n", StandardCharsets.ISO_8859_1);

    assertThatThrownBy(() -> ShippedTemplates.load(directory))
        .hasMessageEndingWith("mail_fr.properties, line 2: it is not written in UTF-8");

    Files.delete(directory.resolve("mail_fr.properties"));
    write("mail_fr_CA.properties", "language=fr\n");

    assertThatThrownBy(() -> ShippedTemplates.load(directory))
        .hasMessageContaining("mail_fr_CA.properties: the name must end in a language tag");
  }

  private static Map<String, Object> owner() {
    return Map.of("name", "n", "host", "h", "paused", "p", "gone", "", "id", "i");
  }

  private void write(String name, String content) throws IOException {
    write(name, content, StandardCharsets.UTF_8);
  }

  private void write(String name, String content, Charset charset) throws IOException {
    Files.writeString(directory.resolve(name), content, charset);
  }
}
