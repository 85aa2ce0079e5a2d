package org.supportcenter.store.page;

/**
 * Which page of a list is asked for, as it came over the wire.
 *
 * @param size most entries; 0 means the default, too many means the most there may be
 * @param token empty for the first page
 * @param orderBy e.g. {@code "priority desc, startTime"}; empty for the list's own order
 * @param fingerprint of all other arguments and the caller's view: a token made for others is
 *     refused
 */
public record PageQuery(int size, String token, String orderBy, String fingerprint) {

  private static final int DEFAULT_SIZE = 50;
  private static final int MAX_SIZE = 1000;

  /** How many entries to fetch for the page. */
  public int limit() {
    return size <= 0 ? DEFAULT_SIZE : Math.min(size, MAX_SIZE);
  }
}
