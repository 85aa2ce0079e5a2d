package org.supportcenter.domain.change;

/**
 * Who makes a change.
 *
 * @param actor resource name of the credential or person, e.g. {@code apiKeys/{uuid}}
 * @param source through what
 */
public record Author(String actor, Source source) {}
