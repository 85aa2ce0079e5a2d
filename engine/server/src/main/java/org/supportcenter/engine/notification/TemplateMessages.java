package org.supportcenter.engine.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.supportcenter.compose.Purpose;
import org.supportcenter.compose.TemplateCheck;
import org.supportcenter.compose.TemplateText;
import org.supportcenter.domain.notification.Notice;
import org.supportcenter.domain.notification.Recipient;
import org.supportcenter.domain.refusal.FieldProblem;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.Times;
import org.supportcenter.store.notification.TemplateStore.Revision;
import org.supportcenter.store.notification.TemplateStore.TemplateKey;
import org.supportcenter.store.notification.TemplateStore.Texts;
import org.supportcenter.v1.Notification;
import org.supportcenter.v1.NotificationTemplate;

/** Templates on the wire. */
final class TemplateMessages {

  private static final Pattern NAME =
      Pattern.compile(
          "notificationTemplates/(?<kind>[A-Z_]+)-(?<audience>[A-Z]+)-(?<language>[A-Za-z0-9-]+)");

  private TemplateMessages() {}

  /** The template that a name names; its language is written as language tags are. */
  static TemplateKey key(String name, String field) {
    var parts = NAME.matcher(name);
    if (parts.matches()) {
      var kind = constant(Notice.Kind.values(), parts.group("kind"));
      var audience = constant(Recipient.Kind.values(), parts.group("audience"));
      var language = Locale.forLanguageTag(parts.group("language"));
      if (kind != null && audience != null && !language.getLanguage().isEmpty()) {
        return new TemplateKey(kind, audience, language.toLanguageTag());
      }
    }
    throw new Refusal.FieldsInvalid(
            field, "must look like \"notificationTemplates/REMINDER-CUSTOMER-en\"")
        .asException();
  }

  private static <E extends Enum<E>> @Nullable E constant(E[] all, String name) {
    return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst().orElse(null);
  }

  static String name(TemplateKey key) {
    return "notificationTemplates/%s-%s-%s".formatted(key.kind(), key.audience(), key.language());
  }

  static Purpose purpose(TemplateKey key) {
    return new Purpose(
        Purpose.Kind.valueOf(key.kind().name()), Purpose.Audience.valueOf(key.audience().name()));
  }

  /**
   * A template.
   *
   * @param revision null: the tenant never changed it
   */
  static NotificationTemplate message(
      TemplateKey key, TemplateText shipped, @Nullable Revision revision) {
    var own = revision == null ? null : revision.texts();
    var text = own == null ? shipped : new TemplateText(own.subject(), own.text(), own.html());
    var number = revision == null ? 0 : revision.number();
    var message =
        NotificationTemplate.newBuilder()
            .setName(name(key))
            .setKind(Notification.Kind.valueOf(key.kind().name()))
            .setAudience(Notification.Audience.valueOf(key.audience().name()))
            .setLanguage(key.language())
            .setSubject(text.subject())
            .setText(text.text())
            .setHtml(text.html())
            .setShipped(own == null)
            .setRevision(number)
            .setEtag(Etags.of(number));
    if (revision != null) {
      message.setAuthor(revision.author()).setUpdateTime(Times.timestamp(revision.created()));
    }
    return message.build();
  }

  /**
   * The texts of a template, if every mail can be made of them.
   *
   * @throws org.supportcenter.domain.refusal.RefusedException naming the line and the variable
   */
  static Texts usable(TemplateKey key, NotificationTemplate template) {
    var text = new TemplateText(template.getSubject(), template.getText(), template.getHtml());
    List<FieldProblem> problems =
        TemplateCheck.problems(purpose(key), text).stream()
            .map(
                problem ->
                    new FieldProblem(
                        "notificationTemplate." + problem.part(),
                        "line %d: %s".formatted(problem.line(), problem.description())))
            .toList();
    if (!problems.isEmpty()) {
      throw new Refusal.FieldsInvalid(problems).asException();
    }
    return new Texts(text.subject(), text.text(), text.html());
  }
}
