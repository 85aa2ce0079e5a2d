package org.supportcenter.mailer.mail;

import static org.supportcenter.schema.jooq.Tables.NOTIFICATION_TEMPLATE;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.UUID;
import org.jooq.DSLContext;
import org.supportcenter.compose.Purpose;
import org.supportcenter.compose.ShippedTemplates;
import org.supportcenter.compose.TemplateText;

/**
 * Finds the template for a reader: the tenant's own before the shipped, their language before
 * English.
 */
final class Templates {

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
        sql.select(
                NOTIFICATION_TEMPLATE.LANGUAGE,
                NOTIFICATION_TEMPLATE.SUBJECT,
                NOTIFICATION_TEMPLATE.BODY_TEXT,
                NOTIFICATION_TEMPLATE.BODY_HTML)
            .distinctOn(NOTIFICATION_TEMPLATE.LANGUAGE)
            .from(NOTIFICATION_TEMPLATE)
            .where(NOTIFICATION_TEMPLATE.TENANT_ID.eq(tenant))
            .and(NOTIFICATION_TEMPLATE.KIND.eq(purpose.kind().name()))
            .and(NOTIFICATION_TEMPLATE.RECIPIENT.eq(purpose.audience().name()))
            .and(NOTIFICATION_TEMPLATE.LANGUAGE.in(languages))
            .orderBy(NOTIFICATION_TEMPLATE.LANGUAGE, NOTIFICATION_TEMPLATE.REVISION.desc())
            .fetchMap(NOTIFICATION_TEMPLATE.LANGUAGE);
    for (var language : languages) {
      // Whoever reads an English dialect we do not have still reads their dates in it.
      var locale = reader.getLanguage().equals(language) ? reader : Locale.forLanguageTag(language);
      var written = own.get(language);
      if (written != null && written.value2() != null) {
        return new Chosen(
            new TemplateText(written.value2(), written.value3(), written.value4()), locale);
      }
      if (shipped.languages().contains(language)) {
        return new Chosen(shipped.template(purpose, language), locale);
      }
    }
    throw new IllegalStateException("There is no wording in " + ShippedTemplates.FALLBACK);
  }
}
