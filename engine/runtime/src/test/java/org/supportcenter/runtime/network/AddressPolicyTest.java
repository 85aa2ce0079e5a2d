package org.supportcenter.runtime.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

  private static final AddressPolicy STRICT = AddressPolicy.allowing("");

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, an address of this network",
    "10.1.2.3, a private address",
    "100.64.0.1, a carrier's shared address",
    "100.100.100.200, a carrier's shared address",
    "127.0.0.1, a loopback address",
    "127.255.255.254, a loopback address",
    "168.63.129.16, a cloud's own address",
    "172.16.0.1, a private address",
    "172.31.255.255, a private address",
    "192.168.1.1, a private address",
    "198.18.0.1, an address for benchmarks",
    "224.0.0.1, a multicast address",
    "255.255.255.255, a reserved address",
    "::, the unspecified address",
    "::1, a loopback address",
    "::ffff:127.0.0.1, a loopback address",
    "::ffff:10.0.0.1, a private address",
    "::7f00:1, no public address",
    "64:ff9b::a00:1, an address translated to IPv4",
    "2002:a00:1::, an address that wraps one of IPv4",
    "2001::1, a reserved address",
    "2001:db8::1, an address for examples",
    "fc00::1, a unique local address",
    "fd00:ec2::254, a unique local address",
    "fe80::1, a link-local address",
    "fec0::1, no public address",
    "ff02::1, a multicast address",
    "4000::1, no public address"
  })
  void specialAddressesAreRefused(String address, String kind) {
    assertThat(STRICT.refusal(InetAddress.ofLiteral(address))).isEqualTo(kind);
  }

  @Test
  void theMetadataOfCloudsIsOutOfReach() {
    assertThat(STRICT.refusal(InetAddress.ofLiteral("169.254.169.254"))).contains("metadata");
    assertThat(STRICT.refusal(InetAddress.ofLiteral("::ffff:169.254.169.254")))
        .contains("metadata");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "223.255.255.255",
        "2606:4700::1111",
        "2001:4860:4860::8888"
      })
  void publicAddressesAreReached(String address) {
    assertThat(STRICT.refusal(InetAddress.ofLiteral(address))).isNull();
    assertThat(STRICT.refusalOfHttp(InetAddress.ofLiteral(address)))
        .isEqualTo("reached by plain http instead of https");
  }

  @Test
  void theOperatorCanAllowNetworks() {
    var policy = AddressPolicy.allowing(" 10.1.0.0/16, 127.0.0.1,fd00::/8 ");

    assertThat(policy.refusal(InetAddress.ofLiteral("10.1.255.255"))).isNull();
    assertThat(policy.refusal(InetAddress.ofLiteral("127.0.0.1"))).isNull();
    assertThat(policy.refusal(InetAddress.ofLiteral("fd12::1"))).isNull();
    assertThat(policy.refusal(InetAddress.ofLiteral("10.2.0.0"))).isNotNull();
    assertThat(policy.refusal(InetAddress.ofLiteral("127.0.0.2"))).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "https://127.0.0.1/, a loopback address",
    "https://[::1]:8443/, a loopback address",
    "https://2130706433/, a loopback address",
    "https://0x7f000001/, a loopback address",
    "https://localhost/, a loopback address",
    "https://LocalHost./, a loopback address",
    "https://hooks.localhost/, a loopback address",
    "https://10.0.0.1/, a private address",
    "https://[::ffff:10.0.0.1]/, a private address",
    "https://0.0.0.0/, an address of this network",
    "https://[::]/, the unspecified address",
    "https://[fe80::1%eth0]/, a link-local address",
    "http://10.0.0.1/, a private address",
    "http://1.1.1.1/, reached by plain http instead of https"
  })
  void whereAUrlGoesIsToldByAHostThatIsWrittenAsAnAddress(URI url, String kind) {
    assertThat(STRICT.refusal(url)).isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://1.1.1.1/",
        "https://[2606:4700::1111]/",
        "https://example.com/",
        "http://example.com/",
        "https://localhost.example.com/",
        "https://10.0.0.1.example.com/"
      })
  void namesTellNothingUntilTheyAreLookedUp(URI url) {
    assertThat(STRICT.refusal(url)).isNull();
  }

  @Test
  void aUrlMayGoWhereTheOperatorAllows() {
    var policy = AddressPolicy.allowing("127.0.0.1,10.0.0.0/8");

    assertThat(policy.refusal(URI.create("http://127.0.0.1:9000/"))).isNull();
    assertThat(policy.refusal(URI.create("http://localhost/"))).isNull();
    assertThat(policy.refusal(URI.create("https://[::ffff:10.1.2.3]/"))).isNull();
    assertThat(policy.refusal(URI.create("https://127.0.0.2/"))).isNotNull();
    assertThat(AddressPolicy.allowing("::1").refusal(URI.create("http://localhost/"))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "example.com", "fd00::/129"})
  void whatIsNoNetworkIsRefused(String networks) {
    assertThatThrownBy(() -> AddressPolicy.allowing(networks))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
