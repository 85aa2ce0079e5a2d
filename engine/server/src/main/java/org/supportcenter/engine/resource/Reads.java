package org.supportcenter.engine.resource;

import org.jspecify.annotations.Nullable;
import org.supportcenter.engine.call.Caller;
import org.supportcenter.store.TenantDatabases;
import org.supportcenter.store.Work;

/** Runs the reads of a call in one transaction of the caller's tenant. */
public final class Reads {

  private final TenantDatabases databases;

  /** Reads from these databases. */
  public Reads(TenantDatabases databases) {
    this.databases = databases;
  }

  /** What the work reads. */
  public <T extends @Nullable Object> T run(Caller caller, Work<T> work) {
    return databases.of(caller.tenant()).read(caller.tenant(), work);
  }
}
