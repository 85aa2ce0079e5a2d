package org.supportcenter.mailer.webhook;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.supportcenter.mailer.database.MailerDatabase;
import org.supportcenter.mailer.work.Handler;

/**
 * Sends a message, writes down how it went, and while all goes well takes the next one of the same
 * endpoint along, in the same transaction, for as long as a turn lasts.
 */
final class WebhookHandler implements Handler<Work> {

  /** Then others get their turn. */
  private static final Duration TURN = Duration.ofSeconds(2);

  private final MailerDatabase database;
  private final WebhookBacklog backlog;
  private final Poster poster;
  private final Results results;
  private final WebhookMetrics metrics;

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

  @Override
  public void handle(UUID tenant, Work first) {
    var end = System.nanoTime() + TURN.toNanos();
    var next = List.of(first);
    while (!next.isEmpty()) {
      var work = next.getFirst();
      var outcome = poster.post(work);
      metrics.count(outcome);
      var mayGoOn = outcome.isSuccess() && System.nanoTime() < end;
      next =
          database.insistInTenant(
              tenant, Leases.LENGTH, sql -> finish(sql, tenant, work, outcome, mayGoOn));
    }
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
