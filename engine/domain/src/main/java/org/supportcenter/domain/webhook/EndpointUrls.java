package org.supportcenter.domain.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that messages can be posted to. Whether the network they are in may be reached is
 * judged elsewhere.
 */
public final class EndpointUrls {

  private static final Set<String> SCHEMES = Set.of("https", "http");
  private static final int LAST_PORT = 65_535;

  private EndpointUrls() {}

  /** The end of a sentence that starts with the field; null when there is no problem. */
  public static @Nullable String problem(String text) {
    URI url;
    try {
      url = new URI(text).parseServerAuthority();
    } catch (URISyntaxException malformed) {
      return "must be a URL like \"https://example.com/hooks\"";
    }
    if (url.getScheme() == null || !SCHEMES.contains(url.getScheme()) || url.getHost() == null) {
      return "must be a URL that starts with https:// or http:// and names a host";
    }
    if (url.getRawUserInfo() != null) {
      return "must not hold a user or password: the signature says who is calling";
    }
    if (url.getRawFragment() != null) {
      return "must not have a fragment (#)";
    }
    return url.getPort() == 0 || url.getPort() > LAST_PORT ? "must have a port up to 65535" : null;
  }
}
