package org.supportcenter.runtime.database;

/**
 * A look at the connection pool.
 *
 * @param active connections in use
 * @param idle connections waiting for use
 * @param waiting threads waiting for a connection
 * @param max most connections there may be
 */
public record PoolState(int active, int idle, int waiting, int max) {}
