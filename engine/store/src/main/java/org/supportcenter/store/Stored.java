package org.supportcenter.store;

/**
 * A row as it is now.
 *
 * @param id what names it within its tenant (and its parent, where it has one)
 * @param version rises by one with every change
 * @param content what people entered
 */
public record Stored<K, T>(K id, int version, T content) {}
