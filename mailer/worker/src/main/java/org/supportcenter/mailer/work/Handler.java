package org.supportcenter.mailer.work;

import java.util.UUID;

/**
 * Does one piece of leased work and writes down how it went. What it throws is logged, and the
 * lease ends by itself.
 */
@FunctionalInterface
public interface Handler<T> {

  /** Does it; may block. */
  void handle(UUID tenant, T work);

  /**
   * Goes once through what is slow at the first time, before there is work: a process that dies
   * between a deed and its record leaves the deed to be done again.
   */
  default void prepare() {}
}
