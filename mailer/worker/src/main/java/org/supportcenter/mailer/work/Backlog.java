package org.supportcenter.mailer.work;

import java.util.List;
import java.util.UUID;

/**
 * Work that waits in the database. What is leased is nobody else's until the lease ends; a process
 * that dies lets its leases end, and others take over.
 *
 * @param <T> a piece of leased work
 */
public interface Backlog<T> {

  /** Tenants that have something due now. Cheap when nobody has. */
  List<UUID> tenants();

  /**
   * Leases what has been due longest.
   *
   * @param most how many pieces at most; at least 1
   */
  List<T> lease(UUID tenant, int most);
}
