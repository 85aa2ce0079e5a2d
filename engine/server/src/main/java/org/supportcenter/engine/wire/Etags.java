package org.supportcenter.engine.wire;

import org.supportcenter.domain.refusal.Refusal;

/** Etags: the version of a resource in quotes, which are part of the string. */
public final class Etags {

  private Etags() {}

  /** The etag of a version. */
  public static String of(int version) {
    return '"' + Integer.toString(version) + '"';
  }

  /** The version that an etag of ours stands for. */
  public static int version(String etag) {
    return Integer.parseInt(etag.substring(1, etag.length() - 1));
  }

  /**
   * Refuses a stale etag.
   *
   * @param given by the caller; empty if they do not mind
   * @param resource its name
   * @param version its current version
   * @throws org.supportcenter.domain.refusal.RefusedException if it is not the current one
   */
  public static void check(String given, String resource, int version) {
    if (!given.isEmpty() && !given.equals(of(version))) {
      throw new Refusal.EtagMismatch(resource, of(version)).asException();
    }
  }
}
