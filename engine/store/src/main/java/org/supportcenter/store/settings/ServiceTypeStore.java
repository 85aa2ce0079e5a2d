package org.supportcenter.store.settings;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.SERVICE_TYPE;

import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.supportcenter.domain.settings.ServiceTypeDefinition;
import org.supportcenter.schema.jooq.tables.records.ServiceTypeRecord;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.References;
import org.supportcenter.store.Seconds;
import org.supportcenter.store.Stored;
import org.supportcenter.store.Tx;
import org.supportcenter.store.VersionedStore;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/** The service types of a tenant. */
public final class ServiceTypeStore
    extends VersionedStore<UUID, ServiceTypeDefinition, ServiceTypeRecord> {

  private static final Sorting SORTING =
      Sorting.endingWith(SERVICE_TYPE.ID, "displayName")
          .by("displayName", SERVICE_TYPE.DISPLAY_NAME);

  public ServiceTypeStore() {
    super(SERVICE_TYPE);
  }

  /** A page of service types. */
  public Page<Stored<UUID, ServiceTypeDefinition>> list(Tx tx, PageQuery query) {
    return page(tx, SORTING, noCondition(), query);
  }

  @Override
  public References references(Tx tx, UUID id) {
    return References.count(
        tx,
        APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID).and(APPOINTMENT.SERVICE_TYPE_ID.eq(id)),
        falseCondition());
  }

  @Override
  protected Condition isNamed(UUID id) {
    return SERVICE_TYPE.ID.eq(id);
  }

  @Override
  protected Stored<UUID, ServiceTypeDefinition> read(ServiceTypeRecord row) {
    return new Stored<>(
        row.getId(),
        row.getVersion(),
        new ServiceTypeDefinition(
            row.getDisplayName(),
            Seconds.read(row.getDurationSeconds()),
            Seconds.read(row.getBufferBeforeSeconds()),
            Seconds.read(row.getBufferAfterSeconds()),
            Seconds.read(row.getMinimumNoticeSeconds()),
            row.getAdvanceBookingDays(),
            List.of(row.getRequiredSkills())));
  }

  @Override
  protected ServiceTypeRecord write(UUID id, ServiceTypeDefinition definition) {
    var row = new ServiceTypeRecord();
    row.setId(id);
    row.setDisplayName(definition.displayName());
    row.setDurationSeconds(Seconds.of(definition.duration()));
    row.setBufferBeforeSeconds(Seconds.of(definition.bufferBefore()));
    row.setBufferAfterSeconds(Seconds.of(definition.bufferAfter()));
    row.setMinimumNoticeSeconds(Seconds.of(definition.minimumNotice()));
    row.setAdvanceBookingDays(definition.advanceBookingDays());
    row.setRequiredSkills(definition.requiredSkills().toArray(String[]::new));
    return row;
  }
}
