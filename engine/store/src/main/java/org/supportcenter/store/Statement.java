package org.supportcenter.store;

import org.jspecify.annotations.Nullable;

/**
 * A statement of its own.
 *
 * @param sql always the same text for the same kind and number of rows, so that it stays prepared
 */
public record Statement(String sql, Parameters parameters, @Nullable Rows rows) implements Step {}
