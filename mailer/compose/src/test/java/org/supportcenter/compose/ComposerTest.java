package org.supportcenter.compose;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.compose.Purpose.Audience;
import org.supportcenter.compose.Purpose.Kind;

class ComposerTest {

  private static final ShippedTemplates SHIPPED = ShippedTemplates.load(null);

  @Test
  void aNameThatIsHtmlStaysAName() throws Exception {
    var message = compose(named("<script>alert(1)</script>"), "en");

    assertThat(message.html()).doesNotContain("<script>").contains("&lt;script&gt;");
    assertThat(message.text()).contains("<script>alert(1)</script>");
  }

  @Test
  void aSubjectIsOneLineWhateverAPersonIsCalled() throws Exception {
    var template = new TemplateText("For {{customer}}", "x", "<p>x</p>");

    var message = Composer.compose(template, named("Ada\r\nBcc: all@example.org\u2028x\0"));

    assertThat(message.subject()).isEqualTo("For Ada Bcc: all@example.org x");
  }

  @Test
  void germansReadGerman() throws Exception {
    var message = compose(Sample.occasion(purpose(Kind.REMINDER), Locale.GERMAN), "de");

    assertThat(message.subject()).startsWith("Erinnerung: Montag, 1. März 2027, 10:00");
    assertThat(message.text()).contains("Europe/Berlin, UTC+01:00");
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"CONFIRMATION", "REMINDER", "CHANGE", "CANCELLATION"})
  void anInvitationIsReadBackAsWhatItSays(Kind kind) throws Exception {
    var occasion = Sample.occasion(purpose(kind), Locale.ENGLISH);
    var invitation = requireNonNull(compose(occasion, "en").invitation());

    var calendar = new CalendarBuilder().build(new StringReader(invitation.content()));
    var event = (VEvent) calendar.getComponent(Component.VEVENT).orElseThrow();

    var cancels = kind == Kind.CANCELLATION;
    assertThat(invitation.method()).isEqualTo(cancels ? "CANCEL" : "REQUEST");
    assertThat(calendar.validate().hasErrors()).isFalse();
    assertThat(text(event, Property.UID)).startsWith(occasion.visit().id().toString());
    assertThat(text(event, Property.SEQUENCE)).isEqualTo("2");
    assertThat(text(event, Property.STATUS)).isEqualTo(cancels ? "CANCELLED" : "CONFIRMED");
    var start = event.<ZonedDateTime>getDateTimeStart().getDate();
    assertThat(start.toInstant()).isEqualTo(occasion.visit().start());
    assertThat(invitation.content()).contains("DTSTART;TZID=Europe/Berlin:20270301T100000");
    assertThat(calendar.getComponent(Component.VTIMEZONE)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Kathmandu", "UTC"})
  void aVisitAnywhereIsAtItsInstant(String zone) throws Exception {
    var sample = Sample.occasion(purpose(Kind.CONFIRMATION), Locale.ENGLISH);
    var there =
        new Occasion(
            sample.purpose(),
            new Occasion.Recipient("Ada", "ada@example.org", ZoneId.of(zone), Locale.ENGLISH),
            sample.visit(),
            sample.sender(),
            null,
            sample.now());

    var content = requireNonNull(compose(there, "en").invitation()).content();
    var event =
        (VEvent)
            new CalendarBuilder()
                .build(new StringReader(content))
                .getComponent(Component.VEVENT)
                .orElseThrow();

    var start = event.getDateTimeStart().getDate();
    assertThat(java.time.Instant.from(start)).isEqualTo(sample.visit().start());
  }

  @Test
  void aTokenIsGoodForItsOwnCustomerAndKeyOnly() {
    var key = new byte[32];
    var other = new byte[32];
    other[0] = 1;
    var text = UnsubscribeToken.sign(UUID.randomUUID(), UUID.randomUUID(), key).text();

    var read = requireNonNull(UnsubscribeToken.parse(text));

    assertThat(read.isSignedWith(key)).isTrue();
    assertThat(read.isSignedWith(other)).isFalse();
    var forged = new UnsubscribeToken(read.tenant(), UUID.randomUUID(), read.signature());
    assertThat(forged.isSignedWith(key)).isFalse();
    assertThat(UnsubscribeToken.parse("not a token")).isNull();
  }

  private static Message compose(Occasion occasion, String language) throws TemplateException {
    return Composer.compose(SHIPPED.template(occasion.purpose(), language), occasion);
  }

  private static Purpose purpose(Kind kind) {
    return new Purpose(kind, Audience.CUSTOMER);
  }

  private static Occasion named(String name) {
    var sample = Sample.occasion(purpose(Kind.CONFIRMATION), Locale.ENGLISH);
    var visit = sample.visit();
    return new Occasion(
        sample.purpose(),
        new Occasion.Recipient(name, "ada@example.org", ZoneId.of("UTC"), Locale.ENGLISH),
        new Occasion.Visit(
            visit.id(),
            visit.version(),
            visit.reference(),
            visit.ticketReference(),
            visit.start(),
            visit.start().plus(Duration.ofHours(1)),
            name,
            "",
            visit.technicianName(),
            "",
            "",
            "",
            ""),
        sample.sender(),
        null,
        sample.now());
  }

  private static String text(VEvent event, String property) {
    return event.getProperty(property).orElseThrow().getValue();
  }
}
