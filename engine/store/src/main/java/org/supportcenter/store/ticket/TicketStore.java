package org.supportcenter.store.ticket;

import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;
import static org.supportcenter.schema.jooq.Tables.APPOINTMENT;
import static org.supportcenter.schema.jooq.Tables.TICKET;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.supportcenter.domain.policy.Limits;
import org.supportcenter.domain.ticket.Priority;
import org.supportcenter.domain.ticket.Stage;
import org.supportcenter.domain.ticket.Ticket;
import org.supportcenter.schema.jooq.tables.records.TicketRecord;
import org.supportcenter.store.CurrentTenant;
import org.supportcenter.store.ReferenceNumbers;
import org.supportcenter.store.References;
import org.supportcenter.store.Stored;
import org.supportcenter.store.TextSearch;
import org.supportcenter.store.Tx;
import org.supportcenter.store.VersionedStore;
import org.supportcenter.store.hold.HoldStore;
import org.supportcenter.store.page.Page;
import org.supportcenter.store.page.PageQuery;
import org.supportcenter.store.page.Sorting;

/** The tickets of a tenant. */
public final class TicketStore extends VersionedStore<UUID, Ticket, TicketRecord> {

  private static final Sorting SORTING =
      Sorting.endingWith(TICKET.ID, "createTime desc")
          .by("reference", ReferenceNumbers.TICKET.number(TICKET.REFERENCE))
          .by("priority", urgency())
          .by("dueTime", coalesce(TICKET.DUE_TIME, val(Limits.END_OF_TIME)))
          .by("createTime", TICKET.CREATE_TIME)
          .by("updateTime", TICKET.UPDATE_TIME);

  /**
   * Which tickets to list.
   *
   * @param query words that all occur in reference, subject or description; empty: any
   * @param customer only this customer's; null: anybody's
   * @param assignee only those this technician works on; null: anybody's
   * @param stages only these; empty: all
   * @param technician only those of this technician's visits and those assigned to them; null: all
   */
  public record Filter(
      String query,
      @Nullable UUID customer,
      @Nullable UUID assignee,
      Set<Stage> stages,
      @Nullable UUID technician) {

    public Filter {
      stages = Set.copyOf(stages);
    }

    private Condition condition() {
      return TextSearch.matches(
              query, List.of(TICKET.REFERENCE, TICKET.SUBJECT, TICKET.DESCRIPTION))
          .and(customer == null ? noCondition() : TICKET.CUSTOMER_ID.eq(customer))
          .and(assignee == null ? noCondition() : TICKET.ASSIGNEE_ID.eq(assignee))
          .and(stages.isEmpty() ? noCondition() : TICKET.STAGE.in(names(stages)))
          .and(isOf(technician));
    }

    /** In one order, so that equal filters make one statement. */
    private static List<String> names(Set<Stage> stages) {
      return stages.stream().sorted().map(Stage::name).toList();
    }
  }

  public TicketStore() {
    super(TICKET);
  }

  /** Draws the next reference, such as TICK-001. */
  public String nextReference(Tx tx) {
    var number =
        tx.sql()
            .select(DSL.field(ReferenceNumbers.TICKET.nextNumber(), Long.class))
            .fetchSingle()
            .value1();
    return ReferenceNumbers.TICKET.reference(number);
  }

  /**
   * The ticket, or null when there is none.
   *
   * @param technician finds only those of this technician's visits and those assigned to them;
   *     null: all
   */
  public @Nullable Stored<UUID, Ticket> find(Tx tx, UUID id, @Nullable UUID technician) {
    return find(tx, id, isOf(technician));
  }

  /** Those of the tickets that there are, by id. */
  public Map<UUID, Ticket> findAll(Tx tx, Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : tx.sql()
            .selectFrom(TICKET)
            .where(TICKET.TENANT_ID.eq(CurrentTenant.ID))
            .and(TICKET.ID.in(ids))
            .fetchMap(TICKET.ID, TicketRows::read);
  }

  /** A page of tickets. */
  public Page<Stored<UUID, Ticket>> list(Tx tx, Filter filter, PageQuery query) {
    return page(tx, SORTING, filter.condition(), query);
  }

  @Override
  public References references(Tx tx, UUID id) {
    return References.count(
        tx,
        APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID).and(APPOINTMENT.TICKET_ID.eq(id)),
        DSL.falseCondition());
  }

  private static Field<Integer> urgency() {
    return case_(TICKET.PRIORITY)
        .mapValues(
            Stream.of(Priority.values())
                .collect(Collectors.toMap(Priority::name, Priority::ordinal)));
  }

  private static Condition isOf(@Nullable UUID technician) {
    if (technician == null) {
      return noCondition();
    }
    var visited =
        select(APPOINTMENT.TICKET_ID)
            .from(APPOINTMENT)
            .where(APPOINTMENT.TENANT_ID.eq(CurrentTenant.ID))
            .and(HoldStore.IS_NONE)
            .and(APPOINTMENT.TECHNICIAN_ID.eq(technician));
    return TICKET.ASSIGNEE_ID.eq(technician).or(TICKET.ID.in(visited));
  }

  @Override
  protected Condition isNamed(UUID id) {
    return TICKET.ID.eq(id);
  }

  @Override
  protected Stored<UUID, Ticket> read(TicketRecord row) {
    var ticket = TicketRows.read(row);
    return new Stored<>(ticket.id(), ticket.version(), ticket);
  }

  @Override
  protected TicketRecord write(UUID id, Ticket ticket) {
    return TicketRows.write(ticket);
  }
}
