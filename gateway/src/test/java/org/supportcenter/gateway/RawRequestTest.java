package org.supportcenter.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.supportcenter.v1.GetCustomerRequest;
import org.supportcenter.v1.ListCustomersRequest;

/** Requests that proxies and other servers could read in another way. */
class RawRequestTest {
  private static final String POST = "POST /v1/availability:check HTTP/1.1\r\n";
  private static final String JSON = "Host: x\r\nContent-Type: application/json\r\n";
  private static final String SMUGGLED = "GET /v1/customers HTTP/1.1\r\nHost: x\r\n\r\n";
  @RegisterExtension static final GatewayFixture fixture = new GatewayFixture();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/1.1 | Content-Length: 2   | Transfer-Encoding: chunked           | {}
          HTTP/1.1 | Content-Length: 2   | Transfer-Encoding: chunked           | 2;{};0;;
          HTTP/1.1 | Content-Length: 6   | Transfer-Encoding: chunked           | 0;;
          HTTP/1.1 | Transfer-Encoding: chunked | Content-Length: 2             | {}
          HTTP/1.1 | transfer-encoding: CHUNKED | content-length: 2             | {}
          HTTP/1.1 | X-A: b              | Transfer-Encoding: chunked, identity | 2;{};0;;
          HTTP/1.1 | X-A: b              | Transfer-Encoding: gzip, chunked     | 2;{};0;;
          HTTP/1.1 | X-A: b              | Transfer-Encoding: xchunked          | 2;{};0;;
          HTTP/1.1 | Transfer-Encoding: chunked | Transfer-Encoding: chunked    | 2;{};0;;
          HTTP/1.1 | Transfer-Encoding: identity | Content-Length: 2            | {}
          HTTP/1.0 | X-A: b              | Transfer-Encoding: chunked           | 2;{};0;;
          HTTP/1.0 | Content-Length: 2   | Transfer-Encoding: chunked           | {}
          """)
  void aBodyWhoseEndIsUncertainIsRefusedAtOnceAndNothingAfterIt(
      String version, String one, String other, String body) throws Exception {
    var head = POST.replace("HTTP/1.1", version) + JSON + one + "\r\n" + other + "\r\n\r\n";
    var port = fixture.gateway.port();
    assertUncertain(RawHttp.send(port, head + body.replace(";", "\r\n") + SMUGGLED));
    for (var piece : new int[] {1, 3, 7}) {
      assertUncertain(RawHttp.send(port, head, piece));
    }
    assertThat(fixture.engine.waiting()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "1.1, 'Host: x;Host: y;'",
    "1.1, 'Host: x;Host: x;'",
    "1.1, ''",
    "1.0, 'Host: x;Host: y;'"
  })
  void aRequestToNoHostOrToTwoIsRefused(String version, String hosts) throws Exception {
    var request =
        "GET /v1/customers HTTP/%s\r\n%s\r\n".formatted(version, hosts.replace(";", "\r\n"));
    assertThat(RawHttp.send(fixture.gateway.port(), request))
        .startsWith("HTTP/1.1 400 ")
        .contains("\"field\":\"Host\"");
    assertThat(fixture.engine.waiting()).isZero();
  }

  @Test
  void aRequestOfHttp10NeedsNoHost() throws Exception {
    assertThat(RawHttp.send(fixture.gateway.port(), "GET /v1/customers HTTP/1.0\r\n\r\n"))
        .contains(" 200 OK\r\n");
  }

  @Test
  void laterRequestsOfAConnectionAreJudgedToo() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), fixture.gateway.port())) {
      socket.setSoTimeout(10_000);
      var out = socket.getOutputStream();
      out.write(SMUGGLED.getBytes(StandardCharsets.ISO_8859_1));
      assertThat(fixture.engine.take().request()).isInstanceOf(ListCustomersRequest.class);
      var first = new String(socket.getInputStream().readNBytes(15), StandardCharsets.UTF_8);
      assertThat(first).isEqualTo("HTTP/1.1 200 OK");
      var second = POST + JSON + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}";
      out.write(second.getBytes(StandardCharsets.ISO_8859_1));
      var answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertUncertain(answers.substring(answers.indexOf("HTTP/1.1 ")));
    }
    assertThat(fixture.engine.waiting()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 2, 2\r\n\r\n{}",
        "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
        "Content-Length: -2\r\n\r\n{}",
        "Content-Length: +2\r\n\r\n{}",
        "Content-Length: 0x2\r\n\r\n{}",
        "Content-Length : 2\r\n\r\n{}",
        "Transfer-Encoding : chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n2\r\n{}0\r\n\r\n"
      })
  void aLengthThatIsNoneIsRefused(String rest) throws Exception {
    assertThat(RawHttp.send(fixture.gateway.port(), POST + JSON + rest))
        .startsWith("HTTP/1.1 400 ");
    assertThat(fixture.engine.waiting()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 5, 100_000})
  void aBodyInChunksIsTakenHoweverItArrives(int piece) throws Exception {
    var request =
        POST.replace("availability:check", "appointments")
            + JSON
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "f\r\n{\"description\":\r\n5;a=b\r\n\"ab\"}\r\n0\r\nX-A: b\r\n\r\n";
    assertThat(RawHttp.send(fixture.gateway.port(), request, piece))
        .startsWith("HTTP/1.1 200 OK")
        .contains("\"description\":\"ab\"");
  }

  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void largeBodiesArriveWholeAlsoAfterAnUpgradeToHttp2(HttpClient.Version version) {
    try (var client = HttpClient.newBuilder().version(version).build()) {
      for (var i = 0; i < 2; i++) {
        var text = "x".repeat(200_000) + i;
        var request =
            HttpRequest.newBuilder(fixture.uri("/v1/appointments"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"description\": \"" + text + "\"}"))
                .build();
        var response = GatewayFixture.send(client, request);
        assertThat(response.body()).contains("\"description\":\"" + text + "\"");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://support.example.com:8080/v1/customers/x?, /x",
    "HTTP://support.example.com/v1/customers/a%2Fb, /a/b",
    "https://[::1]:1/v1/customers/x, /x"
  })
  void aTargetMayNameTheHost(String target, String id) throws Exception {
    var answer = RawHttp.send(fixture.gateway.port(), "GET", target, "");
    assertThat(answer).startsWith("HTTP/1.1 200 OK");
    assertThat(((GetCustomerRequest) fixture.engine.take().request()).getName())
        .isEqualTo("customers" + id);
  }

  @ParameterizedTest
  @CsvSource({
    "http://support.example.com, 404",
    "http://support.example.com?a=b, 404",
    "http:///v1/customers, 400",
    "ftp://support.example.com/v1/customers, 400",
    "http:v1, 400"
  })
  void aTargetThatNamesNothingHereIsRefused(String target, int status) throws Exception {
    assertThat(RawHttp.send(fixture.gateway.port(), "GET", target, ""))
        .startsWith("HTTP/1.1 " + status);
    assertThat(fixture.engine.waiting()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"..,", "../,", "a/../b,", "..%2F..%2Fetc, ../../etc", "c:%5C..%5Cd, c:\\..\\d"})
  void aSearchMayBeForWhatLeadsOutOfADirectory(String given, String text) throws Exception {
    RawHttp.send(fixture.gateway.port(), "GET", "/v1/customers?query=" + given, "");
    assertThat(((ListCustomersRequest) fixture.engine.take().request()).getQuery())
        .isEqualTo(text == null ? given : text);
  }

  private static void assertUncertain(String answer) {
    assertThat(answer)
        .startsWith("HTTP/1.1 400 Bad Request")
        .contains("x-request-id: ", "\"reason\":\"FIELD_INVALID\"")
        .contains("Transfer-Encoding must be chunked and nothing else")
        .doesNotContain("HTTP/1.1 200");
  }
}
