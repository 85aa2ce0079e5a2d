package org.supportcenter.store.outbox;

import java.util.List;

/**
 * A stretch of the feed.
 *
 * @param entries changes of appointments in it, in their order
 * @param end where it ends: go on from here
 * @param more whether there certainly is more to read now
 */
public record FeedBatch(List<FeedEntry> entries, FeedPosition end, boolean more) {

  public FeedBatch {
    entries = List.copyOf(entries);
  }
}
