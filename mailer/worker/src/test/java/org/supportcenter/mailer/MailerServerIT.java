package org.supportcenter.mailer;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javax.net.ServerSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.mailer.bounce.BounceSettings;
import org.supportcenter.mailer.mail.MailSettings;
import org.supportcenter.mailer.mail.MailWorld;
import org.supportcenter.mailer.smtp.ServerUrl;
import org.supportcenter.mailer.testing.Entrance;
import org.supportcenter.mailer.testing.MailerProcess;
import org.supportcenter.mailer.testing.Waiting;
import org.supportcenter.runtime.database.DatabaseConfig;
import org.supportcenter.runtime.network.AddressPolicy;
import org.supportcenter.testkit.PostgresExtension;

class MailerServerIT {

  /** Less than a mailer waits for an answer of a mail server. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final Set<String> OURS = Set.of("mails", "webhooks", "background");

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  private final CountDownLatch called = new CountDownLatch(1);
  private final CountDownLatch answer = new CountDownLatch(1);
  private final Set<Thread> before = threads();
  private Entrance silentMailServer;

  @BeforeEach
  void listen() throws Exception {
    silentMailServer =
        new Entrance(
            ServerSocketFactory.getDefault(),
            _ -> {
              called.countDown();
              answer.await();
            });
  }

  @AfterEach
  void leave() throws Exception {
    answer.countDown();
    silentMailServer.close();
  }

  @Test
  void aMailerThatDrainsLooksForNothingMoreWhileAMailIsUnderWay() throws Exception {
    try (var world = new MailWorld(postgres);
        var mailer = MailerServer.start(config(0, null), InstantSource.system())) {
      var looking = thread("webhooks");
      world.owes("CONFIRMATION", "CUSTOMER");
      assertThat(called.await(10, SECONDS)).isTrue();

      var closing = Thread.ofVirtual().start(mailer::close);

      assertThat(looking.join(PATIENCE)).as("looks for webhooks no more").isTrue();
      assertThat(closing.isAlive()).as("the mail is waited for").isTrue();
      answer.countDown();
      assertThat(closing.join(PATIENCE)).isTrue();
      world.execute("DELETE FROM notification");
    }
  }

  @Test
  void aThreadThatHasEndedIsNamedToWhoeverRestartsMailers() throws Exception {
    try (var mailer = MailerServer.start(config(0, null), InstantSource.system())) {
      assertThat(get(mailer, "/healthz")).isEqualTo("200 ok\n");
      var looking = thread("webhooks");

      looking.interrupt();

      assertThat(looking.join(PATIENCE)).isTrue();
      var sentence = "503 The thread that looks for webhooks has ended.\n";
      assertThat(get(mailer, "/healthz")).isEqualTo(sentence);
      assertThat(get(mailer, "/readyz")).isEqualTo(sentence);
    }
  }

  @Test
  void aStartThatFailsAtTheVeryEndLeavesNothingOpen() throws Exception {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var mailbox = ServerUrl.parse("imap://127.0.0.1:9?starttls=never", ServerUrl.Form.IMAP);
    var never = new BounceSettings(mailbox, Duration.ZERO);

    assertThatThrownBy(() -> MailerServer.start(config(port, never), InstantSource.system()))
        .isInstanceOf(IllegalArgumentException.class);

    Waiting.until(PATIENCE, () -> opened().isEmpty());
    assertThatThrownBy(() -> get(port, "/healthz")).isInstanceOf(IOException.class);
    Waiting.until(PATIENCE, () -> connections() == 0);
  }

  private MailerConfig config(int opsPort, @Nullable BounceSettings bounces) {
    var database =
        new DatabaseConfig(
            postgres.jdbcUrl() + "?ApplicationName=mailer-server-it",
            postgres.mailerRole(),
            postgres.password(),
            MailerConfig.CONNECTIONS,
            DatabaseConfig.DEFAULT_BORROW_TIMEOUT);
    var server = "smtp://127.0.0.1:%d?starttls=never".formatted(silentMailServer.port());
    return new MailerConfig(
        new InetSocketAddress("127.0.0.1", opsPort),
        database,
        MailerProcess.mail(server, MailSettings.DEFAULT_PER_SECOND),
        bounces,
        AddressPolicy.allowing("127.0.0.1"),
        MailerConfig.DEFAULT_DRAIN_TIMEOUT);
  }

  private static Set<Thread> threads() {
    return Thread.getAllStackTraces().keySet();
  }

  private Set<Thread> opened() {
    return threads().stream()
        .filter(thread -> OURS.contains(thread.getName()) && !before.contains(thread))
        .collect(Collectors.toSet());
  }

  private Thread thread(String name) {
    return opened().stream()
        .filter(thread -> thread.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static int connections() throws Exception {
    try (var connection = postgres.owner().getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'mailer-server-it'")) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static String get(MailerServer mailer, String path) throws Exception {
    return get(mailer.opsPort(), path);
  }

  private static String get(int port, String path) throws Exception {
    var uri = URI.create("http://127.0.0.1:%d%s".formatted(port, path));
    try (var client = HttpClient.newHttpClient()) {
      var said = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
      return said.statusCode() + " " + said.body();
    }
  }
}
