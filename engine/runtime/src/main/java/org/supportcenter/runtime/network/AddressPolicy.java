package org.supportcenter.runtime.network;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses tenants may have us post to: public ones, and those the operator allows. Without
 * this, whoever may set up a webhook could reach into the operator's network.
 */
public final class AddressPolicy {

  /** Where operators say what they allow. */
  public static final String VARIABLE = "WEBHOOK_ALLOW_NETWORKS";

  private static final String PLAIN_HTTP = "reached by plain http instead of https";

  /** What every system takes it for (RFC 6761). */
  private static final String LOCALHOST = "localhost";

  private static final List<InetAddress> LOOPBACK =
      List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));

  /** Where the IPv6 addresses of the public Internet are; everything else is something special. */
  private static final Network PUBLIC_IPV6 = Network.parse("2000::/3");

  /** From the IANA registries of special-purpose addresses, and what clouds keep for themselves. */
  private static final List<Special> SPECIAL =
      List.of(
          special("0.0.0.0/8", "an address of this network"),
          special("10.0.0.0/8", "a private address"),
          special("100.64.0.0/10", "a carrier's shared address"),
          special("127.0.0.0/8", "a loopback address"),
          special("168.63.129.16", "a cloud's own address"),
          special("169.254.0.0/16", "a link-local address, where clouds keep their metadata"),
          special("172.16.0.0/12", "a private address"),
          special("192.0.0.0/24", "a reserved address"),
          special("192.0.2.0/24", "an address for examples"),
          special("192.88.99.0/24", "a reserved address"),
          special("192.168.0.0/16", "a private address"),
          special("198.18.0.0/15", "an address for benchmarks"),
          special("198.51.100.0/24", "an address for examples"),
          special("203.0.113.0/24", "an address for examples"),
          special("224.0.0.0/4", "a multicast address"),
          special("240.0.0.0/4", "a reserved address"),
          special("::/128", "the unspecified address"),
          special("::1/128", "a loopback address"),
          special("64:ff9b::/96", "an address translated to IPv4"),
          special("64:ff9b:1::/48", "an address translated to IPv4"),
          special("2001::/23", "a reserved address"),
          special("2001:db8::/32", "an address for examples"),
          special("2002::/16", "an address that wraps one of IPv4"),
          special("3fff::/20", "an address for examples"),
          special("fc00::/7", "a unique local address"),
          special("fe80::/10", "a link-local address"),
          special("ff00::/8", "a multicast address"));

  private final List<Network> allowed;

  private record Special(Network network, String name) {}

  private AddressPolicy(List<Network> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /**
   * Reads what the operator allows.
   *
   * @param networks such as {@code "10.1.0.0/16,127.0.0.1,fd00::/8"}; empty: only public ones
   * @throws IllegalArgumentException if one of them cannot be read
   */
  public static AddressPolicy allowing(String networks) {
    return new AddressPolicy(
        Stream.of(networks.split(","))
            .map(String::strip)
            .filter(network -> !network.isEmpty())
            .map(Network::parse)
            .toList());
  }

  /** Whether the operator allows it by name. */
  private boolean isAllowedByOperator(InetAddress address) {
    return allowed.stream().anyMatch(network -> network.contains(address));
  }

  /**
   * What kind of address it is that must not be reached, such as "a private address"; null when it
   * may be. An IPv4 address within IPv6 ({@code ::ffff:10.0.0.1}) is judged as IPv4, since Java
   * reads it so.
   */
  public @Nullable String refusal(InetAddress address) {
    if (isAllowedByOperator(address)) {
      return null;
    }
    for (var special : SPECIAL) {
      if (special.network().contains(address)) {
        return special.name();
      }
    }
    var isIpv6 = address.getAddress().length == PUBLIC_IPV6.address().getAddress().length;
    return isIpv6 && !PUBLIC_IPV6.contains(address) ? "no public address" : null;
  }

  /** The same for plain http, which goes only to what the operator allows. */
  public @Nullable String refusalOfHttp(InetAddress address) {
    if (isAllowedByOperator(address)) {
      return null;
    }
    var refusal = refusal(address);
    return refusal == null ? PLAIN_HTTP : refusal;
  }

  /**
   * What is wrong with where a URL goes, as far as it tells without asking anybody: its host is
   * written as an address, or as a name of this machine. Null for all other names.
   */
  public @Nullable String refusal(URI url) {
    var refusals =
        told(url.getHost()).stream()
            .map(
                address ->
                    "http".equals(url.getScheme()) ? refusalOfHttp(address) : refusal(address))
            .toList();
    return refusals.isEmpty() || refusals.contains(null) ? null : refusals.getFirst();
  }

  private static List<InetAddress> told(String host) {
    var name = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    if (name.equals(LOCALHOST) || name.endsWith("." + LOCALHOST)) {
      return LOOPBACK;
    }
    var literal = read(InetAddress::ofLiteral, host);
    return literal.isEmpty() ? read(Inet4Address::ofPosixLiteral, host) : literal;
  }

  private static List<InetAddress> read(Function<String, InetAddress> reader, String host) {
    try {
      return List.of(reader.apply(host));
    } catch (IllegalArgumentException none) {
      return List.of();
    }
  }

  private static Special special(String network, String name) {
    return new Special(Network.parse(network), name);
  }
}
