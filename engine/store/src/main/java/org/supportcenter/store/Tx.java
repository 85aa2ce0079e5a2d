package org.supportcenter.store;

import org.jooq.DSLContext;

/** An open transaction of one tenant. Belongs to one thread, and only until its work returns. */
public final class Tx {

  private final DSLContext sql;

  Tx(DSLContext sql) {
    this.sql = sql;
  }

  /** For stores: runs statements in this transaction. Row-level security names the tenant. */
  public DSLContext sql() {
    return sql;
  }
}
