package org.supportcenter.store.plan;

import static org.supportcenter.schema.jooq.Tables.SCHEDULED_TASKS;

import java.time.Instant;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.supportcenter.store.Tx;

/**
 * The queue of plans, which is the table of db-scheduler. A plan is queued in the transaction that
 * makes it, so that neither is ever without the other; what the scheduler itself would have written
 * is written here.
 */
public final class PlanQueue {

  /** What the executions of plans are called. */
  public static final String TASK = "plan";

  private static final long FIRST_VERSION = 1;
  private static final Field<Instant> NOW = DSL.field("now()", Instant.class);

  /** One execution. */
  public record Entry(UUID tenant, UUID plan) {

    /** Reads what the scheduler calls an execution. */
    public static Entry of(String instance) {
      var parts = instance.split("/", 2);
      return new Entry(UUID.fromString(parts[0]), UUID.fromString(parts[1]));
    }

    /** What the scheduler calls the execution; it begins with the tenant, as the table wants it. */
    public String instance() {
      return tenant + "/" + plan;
    }
  }

  /** Adds a plan, due by the database's clock; an engine takes it within a second. */
  public void add(Tx tx, Entry entry) {
    tx.sql()
        .insertInto(SCHEDULED_TASKS)
        .set(SCHEDULED_TASKS.TASK_NAME, TASK)
        .set(SCHEDULED_TASKS.TASK_INSTANCE, entry.instance())
        .set(SCHEDULED_TASKS.EXECUTION_TIME, NOW)
        .set(SCHEDULED_TASKS.PICKED, false)
        .set(SCHEDULED_TASKS.VERSION, FIRST_VERSION)
        .execute();
  }
}
