package org.supportcenter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.LocalizedMessage;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.v1.UnsubscribeRequest;
import org.supportcenter.v1.UnsubscribeResponse;

class UnsubscribePageTest {
  private static final String LINK = "/unsubscribe/AbC-_9";
  @RegisterExtension static final GatewayFixture fixture = new GatewayFixture();

  @Test
  void lookingAtTheLinkAsksInTheWordsOfTheEngineAndStopsNothing() throws Exception {
    fixture.engine.answer(
        "Unsubscribe",
        request ->
            UnsubscribeResponse.newBuilder()
                .setLanguage("de")
                .setHeading("Erinnerungen abbestellen?")
                .setText("Änderungen erhalten Sie weiterhin.")
                .setButton("Abbestellen")
                .build());

    var page = fixture.get(LINK, "Accept-Language", "de-AT, de;q=0.8");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "<html lang=\"de\">",
            "<title>Erinnerungen abbestellen?</title>",
            "<h1>Erinnerungen abbestellen?</h1>",
            "<p>Änderungen erhalten Sie weiterhin.</p>",
            "<form method=\"post\"><button type=\"submit\">Abbestellen</button></form>",
            "name=\"viewport\"");
    assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(page.headers().firstValue("referrer-policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'");
    assertThat(fixture.engine.take().request())
        .isEqualTo(
            UnsubscribeRequest.newBuilder()
                .setToken("AbC-_9")
                .setAcceptLanguage("de-AT, de;q=0.8")
                .setValidateOnly(true)
                .build());
    assertThat(fixture.engine.waiting()).isZero();
  }

  @Test
  void oneClickOfAMailProgramStopsReminders() throws Exception {
    fixture.engine.answer(
        "Unsubscribe",
        request ->
            UnsubscribeResponse.newBuilder()
                .setLanguage("\"><b>")
                .setHeading("Reminders are stopped")
                .setText("<script>Acme & Co sends no more.")
                .build());

    var page = click();

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "<html lang=\"&quot;&gt;&lt;b&gt;\">",
            "<h1>Reminders are stopped</h1>",
            "<p>&lt;script&gt;Acme &amp; Co sends no more.</p>")
        .doesNotContain("<form", "<script");
    assertThat(fixture.engine.take().request())
        .isEqualTo(UnsubscribeRequest.newBuilder().setToken("AbC-_9").build());
    assertThat(fixture.engine.waiting()).isZero();
  }

  @Test
  void aLinkThatIsNotOursIsRefusedInTheWordsOfTheEngine() {
    var said =
        LocalizedMessage.newBuilder().setLocale("de").setMessage("Dieser Link geht nicht.").build();
    fixture.engine.refuse(
        "Unsubscribe",
        StatusProto.toStatusRuntimeException(
            com.google.rpc.Status.newBuilder()
                .setCode(Code.INVALID_ARGUMENT_VALUE)
                .addDetails(Any.pack(said))
                .build()));

    for (var page : new HttpResponse<?>[] {fixture.get(LINK), click()}) {
      assertThat(page.statusCode()).isEqualTo(400);
      assertThat(page.body().toString())
          .contains("<html lang=\"de\">", "<h1>Dieser Link geht nicht.</h1>")
          .doesNotContain("<form", "<p>");
    }
  }

  @Test
  void aLinkThatNoEngineHasWordsForIsRefusedAllTheSame() {
    fixture.engine.refuse("Unsubscribe", Status.INVALID_ARGUMENT.asRuntimeException());

    var page = click();

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("as it is").doesNotContain("try again");
  }

  @Test
  void preferencesNoBrowserHasAreNotPassedOn() throws Exception {
    fixture.get(LINK, "Accept-Language", "de, ".repeat(300));

    var request = (UnsubscribeRequest) fixture.engine.take().request();
    assertThat(request.getAcceptLanguage()).isEmpty();
  }

  @Test
  void whatDidNotWorkIsNotSaidToHaveWorked() {
    fixture.engine.refuse("Unsubscribe", Status.UNAVAILABLE.asRuntimeException());

    var page = click();

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("try again").doesNotContain("<form");
  }

  /** As mail programs do it (RFC 8058). */
  private static HttpResponse<String> click() {
    return fixture.send(
        "POST",
        LINK,
        "List-Unsubscribe=One-Click",
        "Content-Type",
        "application/x-www-form-urlencoded");
  }
}
