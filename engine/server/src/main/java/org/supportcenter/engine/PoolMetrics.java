package org.supportcenter.engine;

import org.supportcenter.engine.ops.Metrics;
import org.supportcenter.store.Database;

/** Watches the database's connection pool. */
final class PoolMetrics {

  private PoolMetrics() {}

  static void watch(Database database, Metrics metrics) {
    metrics.gauge("pool.active", "Database connections in use", () -> database.pool().active());
    metrics.gauge("pool.idle", "Database connections not in use", () -> database.pool().idle());
    metrics.gauge(
        "pool.waiting", "Threads waiting for a connection", () -> database.pool().waiting());
    metrics.gauge("pool.max", "Most database connections", () -> database.pool().max());
  }
}
