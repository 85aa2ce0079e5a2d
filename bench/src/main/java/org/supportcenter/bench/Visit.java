package org.supportcenter.bench;

import java.time.Instant;

/**
 * A visit to book.
 *
 * @param technician resource name
 * @param customer resource name
 */
record Visit(String technician, String customer, Instant start) {}
