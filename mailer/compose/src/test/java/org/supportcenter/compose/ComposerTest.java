package org.supportcenter.compose;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.supportcenter.compose.Purpose.Audience;
import org.supportcenter.compose.Purpose.Kind;

class ComposerTest {

  private static final ShippedTemplates SHIPPED = ShippedTemplates.load(null);

  @Test
  void aNameThatIsHtmlStaysAName() throws Exception {
    var message = compose(Occasions.saying("<script>alert(1)</script>"), "en");

    assertThat(message.html()).doesNotContain("<script>").contains("&lt;script&gt;");
    assertThat(message.text()).contains("<script>alert(1)</script>");
  }

  @Test
  void aSubjectIsOneLineWhateverAPersonIsCalled() throws Exception {
    var template = new TemplateText("For {{customer}}", "x", "<p>x</p>");

    var message =
        Composer.compose(template, Occasions.saying("Ada\r\nBcc: all@example.org\u2028x\0"));

    assertThat(message.subject()).isEqualTo("For Ada Bcc: all@example.org x");
  }

  @Test
  void germansReadGerman() throws Exception {
    var message = compose(Sample.occasion(purpose(Kind.REMINDER), Locale.GERMAN), "de");

    assertThat(message.subject()).startsWith("Erinnerung: Montag, 1. März 2027, 10:00");
    assertThat(message.text()).contains("Europe/Berlin, UTC+01:00");
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
}
