package org.supportcenter.store.outbox;

/**
 * A field in which two versions of a resource differ. Name and values are as in its JSON; a nested
 * field is named by its path.
 *
 * @param before empty when there was no value
 * @param after empty when there is no value any more
 */
public record FieldChange(String field, String before, String after) {}
