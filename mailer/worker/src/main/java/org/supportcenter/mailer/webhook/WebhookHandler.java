package org.supportcenter.mailer.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.supportcenter.mailer.database.MailerDatabase;
import org.supportcenter.mailer.work.Handler;
import org.supportcenter.mailer.work.Unforeseen;
import org.supportcenter.runtime.database.DatabaseUnavailableException;

/**
 * Sends a message, writes down how it went, and while all goes well takes the next one of the same
 * endpoint along, in the same transaction, for as long as a turn lasts. A failure that nobody
 * foresaw is an attempt too, but not held against the receiver.
 */
final class WebhookHandler implements Handler<Work> {

  private static final Logger log = LoggerFactory.getLogger(WebhookHandler.class);

  /** Then others get their turn. */
  private static final Duration TURN = Duration.ofSeconds(2);

  private final MailerDatabase database;
  private final WebhookBacklog backlog;
  private final Poster poster;
  private final Results results;
  private final WebhookMetrics metrics;
  private volatile boolean stopping;

  WebhookHandler(
      MailerDatabase database,
      WebhookBacklog backlog,
      Poster poster,
      Results results,
      WebhookMetrics metrics) {
    this.database = database;
    this.backlog = backlog;
    this.poster = poster;
    this.results = results;
    this.metrics = metrics;
  }

  /** Takes nothing along any more. */
  void stop() {
    stopping = true;
  }

  @Override
  public void handle(UUID tenant, Work first) {
    var end = System.nanoTime() + TURN.toNanos();
    var next = List.of(first);
    while (!next.isEmpty()) {
      var work = next.getFirst();
      var outcome = attempt(work);
      metrics.count(outcome);
      var mayGoOn = outcome.isSuccess() && !stopping && System.nanoTime() < end;
      next = note(tenant, work, outcome, mayGoOn);
    }
  }

  private Outcome attempt(Work work) {
    var began = backlog.now();
    try {
      return poster.post(work);
    } catch (RuntimeException unforeseen) {
      return unforeseen(work, began, unforeseen);
    }
  }

  /** What is not counted as an attempt would be made again for ever, and nobody would see it. */
  private List<Work> note(UUID tenant, Work work, Outcome outcome, boolean mayGoOn) {
    try {
      return insist(tenant, work, outcome, mayGoOn);
    } catch (DatabaseUnavailableException away) {
      throw away;
    } catch (RuntimeException unforeseen) {
      return insist(tenant, work, unforeseen(work, outcome.time(), unforeseen), false);
    }
  }

  private Outcome unforeseen(Work work, Instant began, RuntimeException failure) {
    var sentence = Unforeseen.sentence(failure);
    log.warn("Message {} is put off. {}", work.id(), sentence);
    return new Outcome(
        began, Duration.between(began, backlog.now()), null, sentence, "", null, true);
  }

  private List<Work> insist(UUID tenant, Work work, Outcome outcome, boolean mayGoOn) {
    return database.insistInTenant(
        tenant, Leases.LENGTH, sql -> finish(sql, tenant, work, outcome, mayGoOn));
  }

  private List<Work> finish(
      DSLContext sql, UUID tenant, Work work, Outcome outcome, boolean mayGoOn) {
    var now = backlog.now();
    var verdict = results.write(sql, tenant, work, outcome, now);
    if (verdict != Results.Verdict.DELIVERED || !mayGoOn) {
      return List.of();
    }
    return Histories.write(sql, tenant, Leases.takeNext(sql, tenant, work.endpoint(), now));
  }
}
