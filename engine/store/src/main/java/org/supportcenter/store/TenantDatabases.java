package org.supportcenter.store;

import java.util.UUID;

/** Which database a tenant lives in. Code asks for a tenant's database, never for the database. */
public interface TenantDatabases extends AutoCloseable {

  /** Where the tenant's rows are. Answers for unknown tenants too; there they have no rows. */
  Database of(UUID tenant);

  /** Where callers are recognised, before their tenant is known. */
  Database directory();

  /** Every database, for chores that work across tenants. */
  Iterable<Database> all();

  @Override
  void close();

  /** All tenants share one database. */
  static TenantDatabases shared(Database database) {
    return new SharedDatabase(database);
  }
}
