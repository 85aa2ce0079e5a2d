package org.supportcenter.mailer.mail;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.compose.Composer;
import org.supportcenter.compose.Purpose;
import org.supportcenter.compose.Sample;
import org.supportcenter.compose.ShippedTemplates;
import org.supportcenter.compose.TemplateException;
import org.supportcenter.mailer.smtp.Answer;
import org.supportcenter.mailer.smtp.SmtpServer;
import org.supportcenter.mailer.smtp.SmtpServer.UnreachableException;
import org.supportcenter.mailer.work.Handler;
import org.supportcenter.mailer.work.Unforeseen;
import org.supportcenter.runtime.database.DatabaseUnavailableException;

/**
 * Sends one leased mail. The connection and the turn are had first, so that nothing but composing
 * lies between the judgement and the sending: what is superseded before that moment is not sent.
 * More may be leased than there are connections; they wait here in their order. A mail server that
 * is quick gets one mail after the other: what is sent and not noted when this process dies is sent
 * again.
 */
final class MailDelivery implements Handler<Leased> {

  private static final Logger log = LoggerFactory.getLogger(MailDelivery.class);
  private static final Duration UNREACHABLE_PAUSE = Duration.ofSeconds(1);
  private static final UUID NOBODY = new UUID(0, 0);

  private final SmtpServer server;
  private final Semaphore connections;
  private final OneByOne sendings = new OneByOne();
  private final MailJudge judge;
  private final Messages messages;
  private final MailResults results;
  private final MailMetrics metrics;
  private final InstantSource clock;

  /** Over at most so many connections at a time. */
  MailDelivery(
      SmtpServer server,
      int connections,
      MailJudge judge,
      Messages messages,
      MailResults results,
      MailMetrics metrics,
      InstantSource clock) {
    this.server = server;
    this.connections = new Semaphore(connections, true);
    this.judge = judge;
    this.messages = messages;
    this.results = results;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public void prepare() {
    var purpose = new Purpose(Purpose.Kind.CONFIRMATION, Purpose.Audience.CUSTOMER);
    var template = ShippedTemplates.load(null).template(purpose, ShippedTemplates.FALLBACK);
    var occasion = Sample.occasion(purpose, Locale.ENGLISH);
    var facts = new Facts(NOBODY, clock.instant(), 1, "<sample@localhost>", "", occasion, template);
    try {
      messages.message(facts, Composer.compose(template, occasion));
    } catch (TemplateException | MessagingException broken) {
      throw new IllegalStateException("A shipped template is broken", broken);
    }
    results.prepare(new Leased(NOBODY, NOBODY), facts);
  }

  @Override
  public void handle(UUID tenant, Leased leased) {
    connections.acquireUninterruptibly();
    try {
      handleConnected(tenant, leased);
    } finally {
      connections.release();
    }
  }

  private void handleConnected(UUID tenant, Leased leased) {
    var began = clock.instant();
    try (var line = server.connect();
        var sending = sendings.begin()) {
      switch (judge.judge(tenant, leased)) {
        case Judged.Send(var facts) -> {
          send(line, tenant, leased, facts);
          sending.done();
        }
        case Judged.Settled(var reason) -> {
          log.debug("Mail {} is not sent: {}", leased.id(), reason);
          metrics.settled();
        }
        case Judged.Lost _ -> log.debug("Mail {} is not ours any more", leased.id());
      }
    } catch (UnreachableException nobody) {
      log.debug("Mail {} has to wait", leased.id(), nobody);
      results.putOff(tenant, leased, UNREACHABLE_PAUSE, String.valueOf(nobody.getMessage()));
    } catch (DatabaseUnavailableException away) {
      // Nothing can be written down now, and the mail is not to blame.
      throw away;
    } catch (RuntimeException unforeseen) {
      var reason = Unforeseen.sentence(unforeseen);
      log.warn("Mail {} is put off. {}", leased.id(), reason);
      results.failed(tenant, leased, began, reason);
    }
  }

  private void send(SmtpServer.Line line, UUID tenant, Leased leased, Facts facts) {
    var began = clock.instant();
    try {
      var content = Composer.compose(facts.template(), facts.occasion());
      var message = messages.message(facts, content);
      var answer = line.send(message, Messages.recipient(facts.occasion()));
      note(tenant, leased, facts, began, answer);
      metrics.tried(
          facts.occasion().purpose().kind(), answer, Duration.between(began, clock.instant()));
    } catch (TemplateException broken) {
      results.unusable(tenant, leased, "The template cannot be used: " + broken.getMessage());
    } catch (MessagingException unusable) {
      results.unusable(tenant, leased, "It cannot be addressed: " + unusable.getMessage());
    }
  }

  /** What was taken and cannot be noted, whatever the reason, must not be sent again and again. */
  private void note(UUID tenant, Leased leased, Facts facts, Instant began, Answer answer) {
    try {
      results.write(tenant, leased, facts, began, answer);
    } catch (DatabaseUnavailableException away) {
      throw away;
    } catch (RuntimeException unforeseen) {
      if (!(answer instanceof Answer.Accepted)) {
        throw unforeseen;
      }
      var reason = Unforeseen.sentence(unforeseen);
      log.error("Mail {} was sent, and that cannot be noted. {}", leased.id(), reason);
      results.unusable(
          tenant, leased, "The mail server took it, and that could not be noted. " + reason);
    }
  }
}
