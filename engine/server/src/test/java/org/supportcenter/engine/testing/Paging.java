package org.supportcenter.engine.testing;

import java.util.ArrayList;
import java.util.List;

/** Reads lists page by page. */
public final class Paging {

  private Paging() {}

  /**
   * One page.
   *
   * @param nextToken empty on the last one
   */
  public record Page<T>(List<T> entries, String nextToken) {}

  /** A list request with everything but its page. */
  @FunctionalInterface
  public interface Listing<T> {

    /** The page after the token. */
    Page<T> page(int size, String token);
  }

  /** All entries, in the order of the pages. */
  public static <T> List<T> all(int size, Listing<T> listing) {
    var all = new ArrayList<T>();
    var token = "";
    do {
      var page = listing.page(size, token);
      all.addAll(page.entries());
      token = page.nextToken();
    } while (!token.isEmpty());
    return all;
  }
}
