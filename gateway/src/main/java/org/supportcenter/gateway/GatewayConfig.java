package org.supportcenter.gateway;

import java.time.Duration;
import java.util.List;

/**
 * How a gateway runs.
 *
 * @param address the local address to listen on, for instance {@code 127.0.0.1}
 * @param port the port to listen on; 0 takes a free one
 * @param engines the engines, each {@code host:port}; at least one
 * @param corsOrigins origins whose pages may call, such as {@code https://calendar.example}; {@code
 *     *} alone allows all; empty allows none
 * @param requestTimeout the longest a call may take, streams excepted
 * @param drainQuietPeriod how long a draining gateway still takes requests, so that balancers
 *     notice
 * @param drainTimeout how long requests under way may take to end after that
 */
public record GatewayConfig(
    String address,
    int port,
    List<String> engines,
    List<String> corsOrigins,
    Duration requestTimeout,
    Duration drainQuietPeriod,
    Duration drainTimeout) {

  /** Copies the lists. */
  public GatewayConfig {
    engines = List.copyOf(engines);
    corsOrigins = List.copyOf(corsOrigins);
  }

  /** The defaults: calls up to 30 seconds, no pages of other origins, no quiet period. */
  public static GatewayConfig of(String address, int port, List<String> engines) {
    return new GatewayConfig(
        address,
        port,
        engines,
        List.of(),
        Duration.ofSeconds(30),
        Duration.ZERO,
        Duration.ofSeconds(20));
  }
}
