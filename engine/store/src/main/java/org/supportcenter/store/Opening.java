package org.supportcenter.store;

/**
 * The first statement of every transaction: says in whose name it runs, how long a statement may
 * take, and takes the locks. It travels with BEGIN and with what is asked first, whose snapshot is
 * taken when the locks are held.
 *
 * @param setting the row-level security setting: app.tenant, app.credential or app.chore
 */
record Opening(String setting, String value, boolean readOnly, Locks locks) {

  private static final String SETTINGS =
      "SELECT set_config(?, ?, true), set_config('transaction_read_only', ?, true),"
          + " set_config('statement_timeout', ?, true)";

  /**
   * Who writes finds rows by their keys, so statements need not be planned again for each of the
   * values, which would cost as much as running them.
   */
  private static final String PLANNED_ONCE =
      ", set_config('plan_cache_mode', 'force_generic_plan', true)";

  /** An array is unnested in its order, so the locks are taken in it. */
  private static final String LOCKS =
      ", (SELECT count(pg_advisory_xact_lock(key)) FROM unnest(?) AS lock(key))";

  /** What row-level security lets the transaction see. */
  String scope() {
    return setting + "=" + value;
  }

  /**
   * The statement.
   *
   * @param statementMillis most milliseconds for each later statement
   */
  Step step(long statementMillis) {
    var keys = locks.keys();
    return Step.silent(
        SETTINGS + (readOnly ? "" : PLANNED_ONCE) + (keys.length == 0 ? "" : LOCKS),
        binder -> {
          binder.value(setting);
          binder.value(value);
          binder.value(readOnly ? "on" : "off");
          binder.value(Long.toString(statementMillis));
          if (keys.length > 0) {
            binder.value(keys);
          }
        });
  }
}
