package org.supportcenter.store.customer;

import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.CUSTOMER;
import static org.supportcenter.schema.jooq.Tables.TICKET;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.customer.Customer;
import org.supportcenter.domain.customer.CustomerProfile;
import org.supportcenter.schema.jooq.tables.records.CustomerRecord;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.References;
import org.supportcenter.store.Stored;
import org.supportcenter.store.TextSearch;
import org.supportcenter.store.Tx;
import org.supportcenter.store.VersionedStore;
import org.supportcenter.store.hold.HoldStore;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/** The customers of a tenant. */
public final class CustomerStore extends VersionedStore<UUID, Customer, CustomerRecord> {

  private static final Sorting SORTING =
      Sorting.endingWith(CUSTOMER.ID, "displayName")
          .by("displayName", CUSTOMER.DISPLAY_NAME)
          .by("createTime", CUSTOMER.CREATE_TIME)
          .by("updateTime", CUSTOMER.UPDATE_TIME);

  public CustomerStore() {
    super(CUSTOMER);
  }

  /**
   * Which customers to list.
   *
   * @param query words that all occur in name, mail address or phone; empty: any
   * @param email only those with exactly this mail address; empty: any
   * @param technician only those of this technician's visits and tickets; null: all
   */
  public record Filter(String query, String email, @Nullable UUID technician) {

    private Condition condition() {
      return TextSearch.matches(
              query, List.of(CUSTOMER.DISPLAY_NAME, CUSTOMER.EMAIL, CUSTOMER.PHONE))
          .and(email.isEmpty() ? noCondition() : CUSTOMER.EMAIL.eq(email))
          .and(isOf(technician));
    }
  }

  /**
   * The customer, or null when there is none.
   *
   * @param technician finds only those of this technician's visits and tickets; null: all
   */
  public @Nullable Stored<UUID, Customer> find(Tx tx, UUID id, @Nullable UUID technician) {
    return find(tx, id, isOf(technician));
  }

  /** A page of customers. */
  public Page<Stored<UUID, Customer>> list(Tx tx, Filter filter, PageQuery query) {
    return page(tx, SORTING, filter.condition(), query);
  }

  @Override
  public References references(Tx tx, UUID id) {
    return References.count(
        tx,
        APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID).and(APPOINTMENT.CUSTOMER_ID.eq(id)),
        TICKET.TENANT_ID.eq(CurrentTenant.ID).and(TICKET.CUSTOMER_ID.eq(id)));
  }

  private static Condition isOf(@Nullable UUID technician) {
    if (technician == null) {
      return noCondition();
    }
    var visited =
        select(APPOINTMENT.CUSTOMER_ID)
            .from(APPOINTMENT)
            .where(APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID))
            .and(HoldStore.IS_NONE)
            .and(APPOINTMENT.TECHNICIAN_ID.eq(technician));
    var helped =
        select(TICKET.CUSTOMER_ID)
            .from(TICKET)
            .where(TICKET.TENANT_ID.eq(CurrentTenant.ID))
            .and(TICKET.ASSIGNEE_ID.eq(technician));
    return CUSTOMER.ID.in(visited).or(CUSTOMER.ID.in(helped));
  }

  /** Deletes it with the times that are held, which are no reason to keep it. */
  @Override
  public void delete(Tx tx, UUID id) {
    HoldStore.deleteAll(tx, APPOINTMENT.CUSTOMER_ID.eq(id));
    super.delete(tx, id);
  }

  @Override
  protected Condition isNamed(UUID id) {
    return CUSTOMER.ID.eq(id);
  }

  @Override
  protected Stored<UUID, Customer> read(CustomerRecord row) {
    var profile =
        new CustomerProfile(
            row.getDisplayName(),
            row.getEmail(),
            row.getPhone(),
            row.getAddress(),
            zone(row.getTimeZone()),
            row.getLanguage(),
            row.getRemindersOptOut());
    return new Stored<>(
        row.getId(),
        row.getVersion(),
        new Customer(profile, row.getCreateTime(), row.getUpdateTime()));
  }

  @Override
  protected CustomerRecord write(UUID id, Customer customer) {
    var profile = customer.profile();
    var zone = profile.timeZone();
    var row = new CustomerRecord();
    row.setId(id);
    row.setDisplayName(profile.displayName());
    row.setEmail(profile.email());
    row.setPhone(profile.phone());
    row.setAddress(profile.address());
    row.setTimeZone(zone == null ? null : zone.getId());
    row.setLanguage(profile.language());
    row.setRemindersOptOut(profile.remindersOptOut());
    row.setCreateTime(customer.createTime());
    row.setUpdateTime(customer.updateTime());
    return row;
  }

  private static @Nullable ZoneId zone(@Nullable String id) {
    return id == null ? null : ZoneId.of(id);
  }
}
