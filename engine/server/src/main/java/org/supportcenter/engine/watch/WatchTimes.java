package org.supportcenter.engine.watch;

import java.time.Duration;

/**
 * How often and how long.
 *
 * @param poll between two looks at the feed, give or take a quarter
 * @param heartbeat longest silence on a stream
 * @param patience how long a client may leave answers unread before its stream ends
 * @param lifetime how long a stream lasts before the client has to come again with its credential
 */
public record WatchTimes(Duration poll, Duration heartbeat, Duration patience, Duration lifetime) {

  /** News within a second, a sign of life well within the 15 seconds that are promised. */
  public static final WatchTimes DEFAULTS =
      new WatchTimes(
          Duration.ofMillis(200),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofMinutes(30));
}
