package org.supportcenter.store;

import java.util.UUID;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The tenant a transaction runs for, as the database knows it. */
public final class CurrentTenant {

  /** What {@code tenant_id} is in every row that is read or written. */
  public static final Field<UUID> ID = DSL.field("current_tenant()", SQLDataType.UUID);

  private CurrentTenant() {}
}
