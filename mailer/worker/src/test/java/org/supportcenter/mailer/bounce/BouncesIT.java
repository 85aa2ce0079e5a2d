package org.supportcenter.mailer.bounce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.supportcenter.mailer.mail.MailWorld;
import org.supportcenter.mailer.smtp.ServerUrl;
import org.supportcenter.mailer.testing.Waiting;
import org.supportcenter.testkit.PostgresExtension;

class BouncesIT {

  private static final String MAILBOX = "bounces@support.example";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @RegisterExtension static final PostgresExtension postgres = new PostgresExtension();

  /** One of each that reads the mailbox, as a process has its own. */
  private final List<SimpleMeterRegistry> registries = new ArrayList<>();

  private MailWorld world;
  private GreenMail server;

  @BeforeEach
  void listen() {
    server =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    server.start();
    server.setUser(MAILBOX, "b@unces", "p:ss");
    world = new MailWorld(postgres);
  }

  @AfterEach
  void stop() {
    world.close();
    server.stop();
  }

  @Test
  void anAddressThatDoesNotExistIsWrittenToNoMore() throws Exception {
    var bounced = sent();
    comesBack(
        ReturnedMail.report(bounced, "failed", "5.1.1", "smtp; 550 5.1.1 <x@y>: no such user"));

    reading(() -> fates("hard") == 1);

    assertThat(world.status(bounced)).isEqualTo("BOUNCED");
    assertThat(world.query("SELECT address || ' ' || answer FROM suppression"))
        .containsExactly("customer@example.org 550 5.1.1 <x@y>: no such user");
    assertThat(attempts(bounced)).containsExactly("1 ACCEPTED 250", "2 BOUNCED 550");
    assertThat(left()).isEmpty();

    var next = world.owes("CHANGE", "CUSTOMER");
    world.mailer(server.getSmtp().getPort());
    Waiting.until(PATIENCE, () -> !pending(next));
    world.stopMailers();
    assertThat(world.status(next)).isEqualTo("SUPPRESSED");
  }

  @Test
  void aMailboxThatIsFullIsWrittenToAgain() throws Exception {
    var full = sent();
    comesBack(ReturnedMail.report(full, "failed", "5.2.2", "smtp; 552 5.2.2 mailbox full"));
    var late = sent();
    comesBack(ReturnedMail.report(late, "delayed", "4.4.1", "smtp; no answer yet"));

    reading(() -> fates("soft") == 1 && fates("none") == 1);

    assertThat(world.status(full)).isEqualTo("BOUNCED");
    assertThat(world.status(late)).isEqualTo("SENT");
    assertThat(world.query("SELECT address FROM suppression")).isEmpty();
    assertThat(left()).isEmpty();
  }

  @Test
  void whatAnOlderEximReturnsIsUnderstoodByItsHeader() throws Exception {
    var unknown = sent();
    comesBack(
        ReturnedMail.exim(unknown, "550 5.1.1 <customer@example.org>: no such\n    user here"));
    reading(() -> fates("hard") == 1);

    assertThat(world.status(unknown)).isEqualTo("BOUNCED");
    assertThat(attempts(unknown)).containsExactly("1 ACCEPTED 250", "2 BOUNCED 550");
    assertThat(world.query("SELECT address || ' ' || answer FROM suppression"))
        .containsExactly(
            "customer@example.org 550 5.1.1 <customer@example.org>: no such user here");
    assertThat(left()).isEmpty();
  }

  @Test
  void anOlderEximThatGaveUpSuppressesNobodyAndItsWarningsAreLeftToPeople() throws Exception {
    var tired = sent();
    comesBack(ReturnedMail.exim(tired, "retry timeout exceeded"));
    var late = sent();
    var warning = ReturnedMail.exim(late, "450 4.2.0 greylisted");
    comesBack(warning.replaceFirst("X-Failed-Recipients: .*\r\n", ""));
    comesBack(ReturnedMail.exim(late, "550 5.1.1 no").replace("Message-ID:", "X-Was:"));

    reading(() -> fates("soft") == 1 && fates("unknown") == 2);

    assertThat(world.status(tired)).isEqualTo("BOUNCED");
    assertThat(world.status(late)).isEqualTo("SENT");
    assertThat(world.query("SELECT address FROM suppression")).isEmpty();
    assertThat(left()).hasSize(2).allMatch(flags -> flags.contains(Flags.Flag.FLAGGED));
  }

  @Test
  void whatIsNotAboutOneOfOurMailsIsLeftToPeople() throws Exception {
    comesBack(
        ReturnedMail.report(
            UUID.randomUUID(), "failed", "5.1.1", "smtp; 550 5.1.1 somebody else's"));
    comesBack("From: a@b.example\r\nSubject: I am on holiday\r\n\r\nUntil Monday.\r\n");
    comesBack(
        "From: a@b.example\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: multipart/report; boundary=x\r\n\r\nbroken\0");

    reading(() -> fates("unknown") == 3);

    assertThat(world.query("SELECT address FROM suppression")).isEmpty();
    assertThat(left()).hasSize(3).allMatch(flags -> flags.contains(Flags.Flag.FLAGGED));
  }

  @Test
  void oneThatIsMadeToBreakTheReaderDoesNotKeepItFromTheNext() throws Exception {
    comesBack(ReturnedMail.naming("<a\0b@example.org>"));
    var bounced = sent();
    comesBack(ReturnedMail.report(bounced, "failed", "5.1.1", "smtp; 550 5.1.1 gone"));

    reading(() -> fates("hard") == 1);

    assertThat(world.status(bounced)).isEqualTo("BOUNCED");
    assertThat(left()).singleElement().matches(flags -> flags.contains(Flags.Flag.FLAGGED));
  }

  @Test
  void severalMailersReadOneMailbox() throws Exception {
    var bounced = sent();
    comesBack(ReturnedMail.report(bounced, "failed", "5.1.1", "smtp; 550 5.1.1 gone"));

    try (var _ = start()) {
      reading(() -> fates("hard") >= 1 && left().length == 0);
    }

    assertThat(attempts(bounced)).containsExactly("1 ACCEPTED 250", "2 BOUNCED 550");
  }

  @Test
  void aMailboxThatCannotBeReadIsSaidToBe() {
    var wrong = new BounceSettings(mailbox("wrong"), Duration.ofSeconds(1));

    assertThat(Bounces.obstacle(settings())).isNull();
    assertThat(Bounces.obstacle(wrong)).isNotBlank();
  }

  /** A mail that the server has taken. */
  private UUID sent() throws Exception {
    var mail = world.owes("CONFIRMATION", "CUSTOMER");
    world.mailer(server.getSmtp().getPort());
    Waiting.until(PATIENCE, () -> !pending(mail));
    world.stopMailers();
    assertThat(world.status(mail)).isEqualTo("SENT");
    return mail;
  }

  private void comesBack(String message) throws Exception {
    var mail =
        new MimeMessage(
            Session.getInstance(new Properties()),
            new ByteArrayInputStream(message.getBytes(UTF_8)));
    server.getUserManager().getUserByEmail(MAILBOX).deliver(mail);
  }

  private void reading(BooleanSupplier until) {
    try (var _ = start()) {
      Waiting.until(PATIENCE, until::getAsBoolean);
    }
  }

  private Bounces start() {
    var registry = new SimpleMeterRegistry();
    registries.add(registry);
    return Bounces.start(settings(), world.database(), registry, InstantSource.system());
  }

  private BounceSettings settings() {
    return new BounceSettings(mailbox("p%3Ass"), Duration.ofMillis(200));
  }

  private ServerUrl mailbox(String password) {
    return ServerUrl.parse(
        "imap://b%%40unces:%s@127.0.0.1:%d/INBOX?starttls=never"
            .formatted(password, server.getImap().getPort()),
        ServerUrl.Form.IMAP);
  }

  private double fates(String fate) {
    return registries.stream()
        .flatMap(
            registry ->
                registry.find("supportcenter.mail.returned").tag("fate", fate).counters().stream())
        .mapToDouble(Counter::count)
        .sum();
  }

  /** The flags of what is still in the mailbox. */
  private Flags[] left() {
    try {
      var user = server.getUserManager().getUserByEmail(MAILBOX);
      return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
          .map(message -> message.getFlags())
          .toArray(Flags[]::new);
    } catch (com.icegreen.greenmail.store.FolderException gone) {
      throw new IllegalStateException(gone);
    }
  }

  private boolean pending(UUID mail) {
    try {
      return world.status(mail).equals("PENDING");
    } catch (java.sql.SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private Iterable<String> attempts(UUID mail) throws Exception {
    return world.query(
        """
        SELECT number || ' ' || outcome || ' ' || code FROM notification_attempt
        WHERE notification_id = '%s' ORDER BY number
        """
            .formatted(mail));
  }
}
