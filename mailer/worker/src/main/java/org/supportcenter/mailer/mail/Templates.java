package org.supportcenter.mailer.mail;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.supportcenter.compose.Purpose;
import org.supportcenter.compose.ShippedTemplates;
import org.supportcenter.compose.TemplateText;

/**
 * Finds the template for a reader: the tenant's own before the shipped, their language before
 * English.
 */
final class Templates {

  /** Written out, because every mail needs it: rendering it costs more than running it. */
  private static final String OWN =
      """
      SELECT DISTINCT ON (language) language, subject, body_text, body_html
      FROM notification_template
      WHERE tenant_id = ? AND kind = ? AND recipient = ? AND language = ANY (?)
      ORDER BY language, revision DESC
      """;

  private final ShippedTemplates shipped;

  Templates(ShippedTemplates shipped) {
    this.shipped = shipped;
  }

  /**
   * A template.
   *
   * @param locale in which it is written, for dates
   */
  record Chosen(TemplateText text, Locale locale) {}

  Chosen choose(DSLContext sql, UUID tenant, Purpose purpose, Locale reader) {
    var languages = new LinkedHashSet<String>();
    languages.add(reader.toLanguageTag());
    languages.add(reader.getLanguage());
    languages.add(ShippedTemplates.FALLBACK);
    var own =
        sql.resultQuery(
                OWN,
                tenant,
                purpose.kind().name(),
                purpose.audience().name(),
                languages.toArray(String[]::new))
            .fetchMap(row -> row.get(0, String.class), Templates::written);
    for (var language : languages) {
      // Whoever reads an English dialect we do not have still reads their dates in it.
      var locale = reader.getLanguage().equals(language) ? reader : Locale.forLanguageTag(language);
      var written = own.get(language);
      if (written != null && written.isPresent()) {
        return new Chosen(written.get(), locale);
      }
      if (shipped.languages().contains(language)) {
        return new Chosen(shipped.template(purpose, language), locale);
      }
    }
    throw new IllegalStateException("There is no wording in " + ShippedTemplates.FALLBACK);
  }

  /** The wording of a revision; none in one that returned to what is shipped. */
  private static Optional<TemplateText> written(Record row) {
    var subject = row.get(1, String.class);
    return subject == null
        ? Optional.empty()
        : Optional.of(
            new TemplateText(subject, row.get(2, String.class), row.get(3, String.class)));
  }
}
