package org.supportcenter.mailer.webhook;

import static org.supportcenter.schema.jooq.Tables.WEBHOOK_DELIVERY;
import static org.supportcenter.schema.jooq.Tables.WEBHOOK_ENDPOINT;

import java.util.List;
import java.util.function.Supplier;
import org.jooq.Record;
import org.supportcenter.schema.jooq.tables.records.WebhookDeliveryRecord;

/** A row that was leased, before its message is written. */
record Leased(WebhookDeliveryRecord row, String url, int failures, List<String> secrets) {

  Leased {
    secrets = List.copyOf(secrets);
  }

  static Leased read(Record row) {
    return new Leased(
        row.into(WEBHOOK_DELIVERY),
        row.get(WEBHOOK_ENDPOINT.URL.getName(), String.class),
        row.get(WEBHOOK_ENDPOINT.FAILURES.getName(), Integer.class),
        List.of(row.get("secrets", String[].class)));
  }

  /** What is to be sent; the history is read when the message is written. */
  Work work(Supplier<List<EventEntry>> history) {
    return new Work(
        row.getEndpointId(),
        row.getId(),
        row.getTries(),
        row.getLeaseTime(),
        failures,
        url,
        secrets,
        () -> body(history.get()));
  }

  private String body(List<EventEntry> history) {
    var shape = ResourceShape.valueOf(row.getResourceType());
    return Payload.of(shape, row.getResourceId(), row.getSequence(), history);
  }
}
