/**
 * A PostgreSQL server of our own, for development and evaluation: unpacked from the classpath, kept
 * in a directory, supervised while this process runs.
 *
 * <p>The binaries come from a library; running them does not. The library's own runner turns {@code
 * fsync} off, trusts every connection, deletes the data when it closes and stops the server from a
 * shutdown hook, each of which would lose or expose what people booked.
 */
@NullMarked
package org.supportcenter.app.postgres;

import org.jspecify.annotations.NullMarked;
