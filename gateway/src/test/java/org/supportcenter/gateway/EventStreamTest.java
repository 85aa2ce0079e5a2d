package org.supportcenter.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.supportcenter.gateway.GatewayFixture.await;
import static org.supportcenter.gateway.GatewayFixture.reason;

import com.google.protobuf.Message;
import io.grpc.stub.ServerCallStreamObserver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.gateway.error.Failure;
import org.supportcenter.v1.Appointment;
import org.supportcenter.v1.ErrorReason;
import org.supportcenter.v1.WatchAppointmentsRequest;
import org.supportcenter.v1.WatchAppointmentsResponse;
import org.supportcenter.v1.WatchAppointmentsResponse.Kind;

class EventStreamTest {
  @RegisterExtension static final GatewayFixture fixture = new GatewayFixture();

  @Test
  void eventsHaveIdKindAndJson() throws Exception {
    fixture.engine.stream(
        "WatchAppointments",
        (request, observer) -> {
          observer.onNext(event(Kind.HEARTBEAT, "t1"));
          observer.onNext(
              event(Kind.CHANGED, "t2").toBuilder()
                  .setAppointment(Appointment.newBuilder().setDescription("one\ntwo"))
                  .build());
          observer.onCompleted();
        });

    var response = fixture.get("/v1/appointments:watch");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("content-type")).contains("text/event-stream");
    assertThat(response.headers().firstValue("cache-control")).contains("no-store");
    var events = response.body().split("\n\n");
    assertThat(events).hasSize(2);
    assertThat(events[0]).startsWith("id: t1\nevent: HEARTBEAT\ndata: {");
    assertThat(events[1].lines())
        .hasSize(3)
        .contains("id: t2", "event: CHANGED")
        .anyMatch(line -> line.startsWith("data: ") && line.contains("one\\ntwo"));
  }

  @Test
  void goesOnWhereTheClientStopped() throws Exception {
    fixture.get("/v1/appointments:watch?resumeToken=old", "Last-Event-ID", "new");
    var request = (WatchAppointmentsRequest) fixture.engine.take().request();
    assertThat(request.getResumeToken()).isEqualTo("new");

    fixture.get("/v1/appointments:watch?resume_token=old");
    request = (WatchAppointmentsRequest) fixture.engine.take().request();
    assertThat(request.getResumeToken()).isEqualTo("old");
  }

  @Test
  void anErrorBeforeTheFirstEventIsAnOrdinaryOne() {
    fixture.engine.stream(
        "WatchAppointments",
        (request, observer) -> observer.onError(refusal(ErrorReason.PAGE_TOKEN_INVALID)));
    var response = fixture.get("/v1/appointments:watch?resumeToken=x");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(reason(response)).isEqualTo("PAGE_TOKEN_INVALID");
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
  }

  @Test
  void anErrorAfterwardsIsAnEvent() {
    fixture.engine.stream(
        "WatchAppointments",
        (request, observer) -> {
          observer.onNext(event(Kind.HEARTBEAT, "t1"));
          observer.onError(refusal(ErrorReason.CREDENTIAL_EXPIRED));
        });
    var response = fixture.get("/v1/appointments:watch");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).contains("event: ERROR\ndata: {\"error\":{\"code\":401");
  }

  @Test
  void eventsComeAsTheyHappenAndAGoneClientEndsTheCall() throws Exception {
    var observer = new AtomicReference<ServerCallStreamObserver<Message>>();
    var cancelled = new CountDownLatch(1);
    fixture.engine.stream(
        "WatchAppointments",
        (request, answers) -> {
          answers.setOnCancelHandler(cancelled::countDown);
          answers.onNext(event(Kind.HEARTBEAT, "t1"));
          observer.set(answers);
        });
    var request = HttpRequest.newBuilder(fixture.uri("/v1/appointments:watch")).build();
    var response = fixture.http.send(request, BodyHandlers.ofInputStream());
    try (var lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      assertThat(nextId(lines)).isEqualTo("t1");
      observer.get().onNext(event(Kind.CHANGED, "t2"));
      assertThat(nextId(lines)).isEqualTo("t2");
    }
    await(() -> cancelled.getCount() == 0);
  }

  @Test
  void aClientThatDoesNotReadDoesNotFillTheMemory() throws Exception {
    var sent = new AtomicInteger();
    var big = event(Kind.CHANGED, "x".repeat(100_000));
    fixture.engine.stream(
        "WatchAppointments",
        (request, observer) ->
            observer.setOnReadyHandler(
                () -> {
                  while (observer.isReady() && sent.get() < 5_000) {
                    observer.onNext(big);
                    sent.incrementAndGet();
                  }
                }));
    var request = HttpRequest.newBuilder(fixture.uri("/v1/appointments:watch")).build();
    var response = fixture.http.send(request, BodyHandlers.ofInputStream());
    var before = new AtomicInteger(-1);
    // It stands still once every buffer on the way is full.
    await(() -> sent.get() > 0 && before.getAndSet(sent.get()) == sent.get() && stands(sent));
    assertThat(sent.get()).isLessThan(1_000);
    response.body().close();
  }

  private static boolean stands(AtomicInteger sent) {
    var now = sent.get();
    LockSupport.parkNanos(300_000_000);
    return sent.get() == now;
  }

  private static String nextId(BufferedReader lines) throws IOException {
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("id: ")) {
        return line.substring(4);
      }
    }
    return "";
  }

  private static WatchAppointmentsResponse event(Kind kind, String token) {
    return WatchAppointmentsResponse.newBuilder().setKind(kind).setResumeToken(token).build();
  }

  private static Throwable refusal(ErrorReason reason) {
    return EchoEngine.refusal(Failure.of(reason, "because").status());
  }
}
