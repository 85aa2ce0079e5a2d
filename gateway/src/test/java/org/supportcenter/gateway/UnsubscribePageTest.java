package org.supportcenter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.v1.UnsubscribeRequest;
import org.supportcenter.v1.UnsubscribeResponse;

class UnsubscribePageTest {
  private static final String LINK = "/unsubscribe/AbC-_9";
  @RegisterExtension static final GatewayFixture fixture = new GatewayFixture();

  @Test
  void lookingAtTheLinkAsksAndChangesNothing() {
    var page = fixture.get(LINK);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<form method=\"post\">", "Stop reminders?");
    assertThat(page.headers().firstValue("content-type")).hasValue("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(page.headers().firstValue("referrer-policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'");
    assertThat(fixture.engine.waiting()).isZero();
  }

  @Test
  void oneClickOfAMailProgramStopsReminders() throws Exception {
    fixture.engine.answer(
        "Unsubscribe",
        request -> UnsubscribeResponse.newBuilder().setOrganisation("<script>Acme & Co").build());

    var page = click();

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("stopped", "&lt;script&gt;Acme &amp; Co");
    assertThat(((UnsubscribeRequest) fixture.engine.take().request()).getToken())
        .isEqualTo("AbC-_9");
    assertThat(fixture.engine.waiting()).isZero();
  }

  @Test
  void aLinkThatIsNotOursIsRefused() {
    fixture.engine.refuse("Unsubscribe", Status.INVALID_ARGUMENT.asRuntimeException());

    var page = click();

    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("not whole").doesNotContain("stopped");
  }

  @Test
  void whatDidNotWorkIsNotSaidToHaveWorked() {
    fixture.engine.refuse("Unsubscribe", Status.UNAVAILABLE.asRuntimeException());

    var page = click();

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("try again").doesNotContain("stopped");
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
