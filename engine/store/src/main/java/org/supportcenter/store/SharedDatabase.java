package org.supportcenter.store;

import java.util.List;
import java.util.UUID;

record SharedDatabase(Database database) implements TenantDatabases {

  @Override
  public Database of(UUID tenant) {
    return database;
  }

  @Override
  public Database directory() {
    return database;
  }

  @Override
  public Iterable<Database> all() {
    return List.of(database);
  }

  @Override
  public void close() {
    database.close();
  }
}
