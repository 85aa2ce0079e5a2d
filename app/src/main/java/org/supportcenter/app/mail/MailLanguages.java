package org.supportcenter.app.mail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.supportcenter.app.console.UserError;
import org.supportcenter.compose.LanguageFileException;
import org.supportcenter.compose.ShippedTemplates;
import picocli.CommandLine.Option;

/** What mails can say beside what is shipped: engines list and preview it, mailers send it. */
public final class MailLanguages {
  private static final String NAME = "--mail-languages";

  @Option(
      names = NAME,
      paramLabel = "DIRECTORY",
      defaultValue = "${env:SUPPORT_CENTER_MAIL_LANGUAGES}",
      description =
          "Where there are wordings of mails in more languages than English and German, as"
              + " mail_fr.properties; the same for engines and mailers.")
  private @Nullable Path directory;

  /**
   * The directory; null if there is none.
   *
   * @throws UserError if it cannot be read, or a file in it cannot be used
   */
  public @Nullable Path directory() {
    var named = directory;
    if (named == null || named.toString().isBlank()) {
      return null;
    }
    if (!Files.isDirectory(named) || !Files.isReadable(named)) {
      throw new UserError("%s: there is no directory %s that can be read.".formatted(NAME, named));
    }
    try {
      ShippedTemplates.load(named);
    } catch (LanguageFileException unusable) {
      throw new UserError("%s: %s.".formatted(NAME, unusable.getMessage()), unusable);
    }
    return named;
  }
}
