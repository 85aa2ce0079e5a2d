package org.supportcenter.engine.notification;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;
import org.supportcenter.compose.ShippedTemplates;
import org.supportcenter.compose.UnsubscribeToken;
import org.supportcenter.compose.UnsubscribeWords;
import org.supportcenter.domain.refusal.Refusal;
import org.supportcenter.engine.call.LocalizedRefusalException;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.store.Tx;
import org.supportcenter.store.notification.ReminderStops;
import org.supportcenter.store.notification.ReminderStops.Reader;
import org.supportcenter.v1.UnsubscribeRequest;
import org.supportcenter.v1.UnsubscribeResponse;

/**
 * Stops reminders for whoever has a link from one, and says so in their language. Anybody may ask,
 * so only the token counts.
 */
final class Unsubscribing {

  private final TenantDatabases databases;
  private final ShippedTemplates wordings;
  private final InstantSource clock;
  private final ReminderStops stops = new ReminderStops();

  Unsubscribing(TenantDatabases databases, ShippedTemplates wordings, InstantSource clock) {
    this.databases = databases;
    this.wordings = wordings;
    this.clock = clock;
  }

  UnsubscribeResponse unsubscribe(UnsubscribeRequest request) {
    var preferred = preferred(request.getAcceptLanguage());
    var reader =
        Optional.ofNullable(UnsubscribeToken.parse(request.getToken()))
            .flatMap(token -> reader(token, request.getValidateOnly()))
            .orElseThrow(() -> unusable(preferred));
    var languages =
        Stream.of(
                Stream.of(reader.language()),
                preferred.stream(),
                Stream.of(reader.organisationLanguage()))
            .flatMap(each -> each)
            .toList();
    var words = wordings.unsubscribing(languages, reader.organisation());
    return answer(reader, words, request.getValidateOnly());
  }

  private static UnsubscribeResponse answer(
      Reader reader, UnsubscribeWords words, boolean isQuestion) {
    var answer =
        UnsubscribeResponse.newBuilder()
            .setOrganisation(reader.organisation())
            .setLanguage(words.language());
    return isQuestion
        ? answer
            .setHeading(words.question())
            .setText(words.promise())
            .setButton(words.button())
            .build()
        : answer.setHeading(words.stopped()).setText(words.noMore()).build();
  }

  /** Whose link it is; nobody's if it is not from one of our reminders. */
  private Optional<Reader> reader(UnsubscribeToken token, boolean validateOnly) {
    var database = databases.of(token.tenant());
    return validateOnly
        ? database.read(token.tenant(), tx -> reader(tx, token))
        : database.write(token.tenant(), tx -> stop(tx, token));
  }

  private Optional<Reader> reader(Tx tx, UnsubscribeToken token) {
    var key = stops.key(tx);
    return key == null || !token.isSignedWith(key)
        ? Optional.empty()
        : Optional.ofNullable(stops.reader(tx, token.customer()));
  }

  private Optional<Reader> stop(Tx tx, UnsubscribeToken token) {
    var reader = reader(tx, token);
    if (reader.isPresent()) {
      stops.stop(tx, token.customer(), clock.instant());
    }
    return reader;
  }

  /** The tags of an Accept-Language header, the best first; none if it cannot be read. */
  private static List<String> preferred(String acceptLanguage) {
    if (acceptLanguage.isBlank()) {
      return List.of();
    }
    try {
      return LanguageRange.parse(acceptLanguage).stream()
          .filter(range -> range.getWeight() > LanguageRange.MIN_WEIGHT)
          .map(LanguageRange::getRange)
          .toList();
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }

  /** The same whatever is wrong: nobody learns which tenants and customers there are. */
  private RuntimeException unusable(List<String> preferred) {
    var words = wordings.unsubscribing(preferred, "");
    return new LocalizedRefusalException(
        new Refusal.FieldsInvalid("token", "is not from a link in one of our reminders"),
        words.language(),
        words.unusable());
  }
}
