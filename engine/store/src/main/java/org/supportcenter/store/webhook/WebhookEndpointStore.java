package org.supportcenter.store.webhook;

import static org.jooq.impl.DSL.noCondition;
import static org.supportcenter.schema.jooq.Tables.WEBHOOK_DELIVERY;
import static org.supportcenter.schema.jooq.Tables.WEBHOOK_ENDPOINT;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.supportcenter.domain.webhook.EndpointSettings;
import org.supportcenter.domain.webhook.EndpointState;
import org.supportcenter.domain.webhook.WebhookEndpoint;
import org.supportcenter.schema.jooq.tables.records.WebhookEndpointRecord;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tx;
import org.supportcenter.store.VersionedStore;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/**
 * The webhook endpoints of a tenant. A new one is told of what is committed after it: where the
 * feed begins for it is a default of the table.
 */
public final class WebhookEndpointStore
    extends VersionedStore<UUID, WebhookEndpoint, WebhookEndpointRecord> {

  private static final Sorting SORTING =
      Sorting.endingWith(WEBHOOK_ENDPOINT.ID, "displayName")
          .by("displayName", WEBHOOK_ENDPOINT.DISPLAY_NAME);

  public WebhookEndpointStore() {
    super(WEBHOOK_ENDPOINT);
  }

  /** A page of endpoints. */
  public Page<Stored<UUID, WebhookEndpoint>> list(Tx tx, PageQuery query) {
    return page(tx, SORTING, noCondition(), query);
  }

  /**
   * Sends to a locked endpoint again, whatever it was like before: what is pending is due now and
   * has all its attempts before it.
   */
  public Stored<UUID, WebhookEndpoint> enable(Tx tx, UUID id, Instant now) {
    tx.sql()
        .update(WEBHOOK_DELIVERY)
        .set(WEBHOOK_DELIVERY.TRIES, 0)
        .set(WEBHOOK_DELIVERY.DUE_TIME, now)
        .where(WEBHOOK_DELIVERY.TENANT_ID.eq(CurrentTenant.ID))
        .and(WEBHOOK_DELIVERY.ENDPOINT_ID.eq(id))
        .and(WebhookDeliveryStore.isWaiting(now))
        .execute();
    var row = state(EndpointState.ENABLED, "", now);
    row.setFailures(0);
    row.setFailingSince(null);
    row.setNotBefore(null);
    row.setNoticeDueTime(null);
    return change(tx, id, row);
  }

  /** Stops sending to a locked endpoint because a person wants it. */
  public Stored<UUID, WebhookEndpoint> disable(Tx tx, UUID id, String reason, Instant now) {
    return change(tx, id, state(EndpointState.DISABLED, reason, now));
  }

  private static WebhookEndpointRecord state(EndpointState state, String reason, Instant now) {
    var row = new WebhookEndpointRecord();
    row.setState(state.name());
    row.setStateReason(reason);
    row.setUpdateTime(now);
    return row;
  }

  private Stored<UUID, WebhookEndpoint> change(Tx tx, UUID id, WebhookEndpointRecord row) {
    return tx.sql()
        .update(WEBHOOK_ENDPOINT)
        .set(row)
        .set(WEBHOOK_ENDPOINT.VERSION, WEBHOOK_ENDPOINT.VERSION.plus(1))
        .where(WEBHOOK_ENDPOINT.TENANT_ID.eq(CurrentTenant.ID))
        .and(isNamed(id))
        .returning()
        .fetchSingle(this::read);
  }

  @Override
  protected Condition isNamed(UUID id) {
    return WEBHOOK_ENDPOINT.ID.eq(id);
  }

  @Override
  protected Stored<UUID, WebhookEndpoint> read(WebhookEndpointRecord row) {
    var settings =
        new EndpointSettings(
            row.getDisplayName(),
            row.getUrl(),
            List.of(row.getEventTypes()),
            row.getOwnerEmail(),
            row.getOwnerLanguage());
    return new Stored<>(
        row.getId(),
        row.getVersion(),
        new WebhookEndpoint(
            settings,
            EndpointState.valueOf(row.getState()),
            row.getStateReason(),
            row.getFailingSince(),
            row.getLastSequence(),
            row.getCreateTime(),
            row.getUpdateTime()));
  }

  /** Only what people set: the state is changed by the verbs and by the mailer. */
  @Override
  protected WebhookEndpointRecord write(UUID id, WebhookEndpoint endpoint) {
    var settings = endpoint.settings();
    var row = new WebhookEndpointRecord();
    row.setId(id);
    row.setDisplayName(settings.displayName());
    row.setUrl(settings.url());
    row.setEventTypes(settings.eventTypes().toArray(String[]::new));
    row.setOwnerEmail(settings.ownerEmail());
    row.setOwnerLanguage(settings.ownerLanguage());
    row.setCreateTime(endpoint.createTime());
    row.setUpdateTime(endpoint.updateTime());
    return row;
  }
}
