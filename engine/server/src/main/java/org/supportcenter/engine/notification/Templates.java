package org.supportcenter.engine.notification;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.supportcenter.compose.Composer;
import org.supportcenter.compose.Occasion;
import org.supportcenter.compose.Sample;
import org.supportcenter.compose.ShippedTemplates;
import org.supportcenter.compose.TemplateException;
import org.supportcenter.compose.TemplateText;
import org.supportcenter.domain.notification.Notice;
import org.supportcenter.domain.notification.Recipient;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.engine.call.Writes;
import org.supportcenter.engine.resource.Reads;
import org.supportcenter.engine.wire.Etags;
import org.supportcenter.engine.wire.UpdateMask;
import org.supportcenter.store.Tx;
import org.supportcenter.store.notification.TemplateStore;
import org.supportcenter.store.notification.TemplateStore.Revision;
import org.supportcenter.store.notification.TemplateStore.TemplateKey;
import org.supportcenter.v1.GetNotificationTemplateRequest;
import org.supportcenter.v1.ListNotificationTemplateRevisionsRequest;
import org.supportcenter.v1.ListNotificationTemplateRevisionsResponse;
import org.supportcenter.v1.ListNotificationTemplatesResponse;
import org.supportcenter.v1.NotificationTemplate;
import org.supportcenter.v1.PreviewNotificationTemplateRequest;
import org.supportcenter.v1.PreviewNotificationTemplateResponse;
import org.supportcenter.v1.ResetNotificationTemplateRequest;
import org.supportcenter.v1.UpdateNotificationTemplateRequest;

/** What mails say. */
final class Templates {

  private final Reads reads;
  private final Writes writes;
  private final InstantSource clock;
  private final TemplateStore store = new TemplateStore();
  private final PreviewFacts facts = new PreviewFacts();
  private final ShippedTemplates shipped;

  Templates(Reads reads, Writes writes, ShippedTemplates shipped, InstantSource clock) {
    this.reads = reads;
    this.writes = writes;
    this.shipped = shipped;
    this.clock = clock;
  }

  NotificationTemplate get(GetNotificationTemplateRequest request) {
    var key = TemplateMessages.key(request.getName(), "name");
    return reads.run(Caller.current(), tx -> current(tx, key));
  }

  ListNotificationTemplatesResponse list() {
    Map<TemplateKey, Revision> newest = new HashMap<>();
    reads
        .run(Caller.current(), store::newest)
        .forEach(revision -> newest.put(revision.key(), revision));
    var keys = new LinkedHashSet<TemplateKey>();
    for (var kind : Notice.Kind.values()) {
      for (var audience : Recipient.Kind.values()) {
        shipped
            .languages()
            .forEach(language -> keys.add(new TemplateKey(kind, audience, language)));
      }
    }
    keys.addAll(newest.keySet());
    var answer = ListNotificationTemplatesResponse.newBuilder();
    for (var key : keys) {
      answer.addNotificationTemplates(TemplateMessages.message(key, shipped(key), newest.get(key)));
    }
    return answer.build();
  }

  NotificationTemplate update(UpdateNotificationTemplateRequest request) {
    var update = request.getNotificationTemplate();
    var key = TemplateMessages.key(update.getName(), "notificationTemplate.name");
    var mask = UpdateMask.of(request.getUpdateMask(), update);
    return writes.run(
        Caller.current(),
        request,
        NotificationTemplate.parser(),
        tx -> {
          var current = current(tx, key);
          Etags.check(update.getEtag(), current.getName(), current.getRevision());
          var texts = TemplateMessages.usable(key, mask.apply(current, update));
          return append(tx, key, current.getRevision() + 1, texts);
        });
  }

  NotificationTemplate reset(ResetNotificationTemplateRequest request) {
    var key = TemplateMessages.key(request.getName(), "name");
    return writes.run(
        Caller.current(),
        request,
        NotificationTemplate.parser(),
        tx -> {
          var current = current(tx, key);
          return current.getShipped() ? current : append(tx, key, current.getRevision() + 1, null);
        });
  }

  ListNotificationTemplateRevisionsResponse revisions(
      ListNotificationTemplateRevisionsRequest request) {
    var key = TemplateMessages.key(request.getParent(), "parent");
    var answer = ListNotificationTemplateRevisionsResponse.newBuilder();
    reads
        .run(Caller.current(), tx -> store.revisions(tx, key))
        .forEach(
            revision -> answer.addRevisions(TemplateMessages.message(key, shipped(key), revision)));
    return answer.build();
  }

  PreviewNotificationTemplateResponse preview(PreviewNotificationTemplateRequest request) {
    var key = TemplateMessages.key(request.getName(), "name");
    return reads.run(
        Caller.current(),
        tx -> {
          var template =
              current(tx, key).toBuilder().mergeFrom(request.getNotificationTemplate()).build();
          var texts = TemplateMessages.usable(key, template);
          return preview(
              new TemplateText(texts.subject(), texts.text(), texts.html()),
              occasion(tx, key, request.getAppointment()));
        });
  }

  private Occasion occasion(Tx tx, TemplateKey key, String appointment) {
    var purpose = TemplateMessages.purpose(key);
    var locale = Locale.forLanguageTag(key.language());
    return appointment.isEmpty()
        ? Sample.occasion(purpose, locale)
        : facts.occasion(tx, appointment, purpose, locale, clock.instant());
  }

  private static PreviewNotificationTemplateResponse preview(
      TemplateText template, Occasion occasion) {
    try {
      var message = Composer.compose(template, occasion);
      return PreviewNotificationTemplateResponse.newBuilder()
          .setSubject(message.subject())
          .setText(message.text())
          .setHtml(message.html())
          .build();
    } catch (TemplateException broken) {
      throw new Refusal.FieldsInvalid("notificationTemplate", String.valueOf(broken.getMessage()))
          .asException();
    }
  }

  private NotificationTemplate current(Tx tx, TemplateKey key) {
    return TemplateMessages.message(key, shipped(key), store.find(tx, key));
  }

  private TemplateText shipped(TemplateKey key) {
    return shipped.template(TemplateMessages.purpose(key), key.language());
  }

  private NotificationTemplate append(
      Tx tx, TemplateKey key, int number, TemplateStore.@Nullable Texts texts) {
    var author = Caller.current().author().actor();
    var revision = new Revision(key, number, texts, author, clock.instant());
    store.append(tx, revision);
    return TemplateMessages.message(key, shipped(key), revision);
  }
}
