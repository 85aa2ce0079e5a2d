package org.supportcenter.bench;

import java.time.Instant;

/**
 * A visit to book.
 *
 * @param technician resource name
 * @param customer resource name
 * @param address the customer's mail address
 */
record Visit(String technician, String customer, String address, Instant start) {}
