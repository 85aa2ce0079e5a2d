package org.supportcenter.store.technician;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;
import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.TECHNICIAN;
import static org.supportcenter.schema.jooq.Tables.TICKET;

import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.place.Location;
import org.supportcenter.domain.technician.Technician;
import org.supportcenter.domain.technician.TechnicianProfile;
import org.supportcenter.schema.jooq.tables.records.TechnicianRecord;
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

/** The technicians of a tenant. */
public final class TechnicianStore extends VersionedStore<UUID, Technician, TechnicianRecord> {

  private static final Sorting SORTING =
      Sorting.endingWith(TECHNICIAN.ID, "displayName")
          .by("displayName", TECHNICIAN.DISPLAY_NAME)
          .by("createTime", TECHNICIAN.CREATE_TIME)
          .by("updateTime", TECHNICIAN.UPDATE_TIME);

  public TechnicianStore() {
    super(TECHNICIAN);
  }

  /**
   * Which technicians to list.
   *
   * @param query words that all occur in name or mail address; empty: any
   * @param active only active or only disabled ones; null: both
   * @param skill only those with this skill; empty: any
   * @param only lists at most this one; null: all
   */
  public record Filter(String query, @Nullable Boolean active, String skill, @Nullable UUID only) {

    private Condition condition() {
      return TextSearch.matches(query, List.of(TECHNICIAN.DISPLAY_NAME, TECHNICIAN.EMAIL))
          .and(active == null ? noCondition() : TECHNICIAN.ACTIVE.eq(active))
          .and(skill.isEmpty() ? noCondition() : val(skill).eq(any(TECHNICIAN.SKILLS)))
          .and(only == null ? noCondition() : TECHNICIAN.ID.eq(only));
    }
  }

  /** A page of technicians. */
  public Page<Stored<UUID, Technician>> list(Tx tx, Filter filter, PageQuery query) {
    return page(tx, SORTING, filter.condition(), query);
  }

  @Override
  public References references(Tx tx, UUID id) {
    return References.count(
        tx,
        APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID).and(APPOINTMENT.TECHNICIAN_ID.eq(id)),
        TICKET.TENANT_ID.eq(CurrentTenant.ID).and(TICKET.ASSIGNEE_ID.eq(id)));
  }

  /** Deletes it with the times that are held, which are no reason to keep it. */
  @Override
  public void delete(Tx tx, UUID id) {
    HoldStore.deleteAll(tx, APPOINTMENT.TECHNICIAN_ID.eq(id));
    super.delete(tx, id);
  }

  @Override
  protected Condition isNamed(UUID id) {
    return TECHNICIAN.ID.eq(id);
  }

  @Override
  protected Stored<UUID, Technician> read(TechnicianRecord row) {
    var profile =
        new TechnicianProfile(
            row.getDisplayName(),
            row.getEmail(),
            ZoneId.of(row.getTimeZone()),
            List.of(row.getSkills()),
            row.getActive(),
            row.getLanguage(),
            home(row));
    return new Stored<>(
        row.getId(),
        row.getVersion(),
        new Technician(profile, row.getCreateTime(), row.getUpdateTime()));
  }

  @Override
  protected TechnicianRecord write(UUID id, Technician technician) {
    var profile = technician.profile();
    var home = profile.homeLocation();
    var row = new TechnicianRecord();
    row.setId(id);
    row.setDisplayName(profile.displayName());
    row.setEmail(profile.email());
    row.setTimeZone(profile.timeZone().getId());
    row.setSkills(profile.skills().toArray(String[]::new));
    row.setActive(profile.active());
    row.setLanguage(profile.language());
    row.setHomeAddress(home == null ? null : home.address());
    row.setHomeLatitude(home == null ? null : home.latitude());
    row.setHomeLongitude(home == null ? null : home.longitude());
    row.setCreateTime(technician.createTime());
    row.setUpdateTime(technician.updateTime());
    return row;
  }

  /** A place without an address has an empty one: null tells that there is no place. */
  private static @Nullable Location home(TechnicianRecord row) {
    var address = row.getHomeAddress();
    return address == null
        ? null
        : new Location(address, row.getHomeLatitude(), row.getHomeLongitude());
  }
}
