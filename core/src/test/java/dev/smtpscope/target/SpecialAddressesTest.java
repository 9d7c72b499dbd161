package dev.smtpscope.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ends of each block of IANA's special-purpose registries, and what lies beside them. */
class SpecialAddressesTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, unspecified",
    "0.255.255.255, this network",
    "10.0.0.0, private",
    "10.255.255.255, private",
    "100.64.0.0, shared",
    "100.127.255.255, shared",
    "100.100.100.200, metadata",
    "127.0.0.1, loopback",
    "127.255.255.255, loopback",
    "168.63.129.16, cloud",
    "169.254.0.1, link-local",
    "169.254.169.254, metadata",
    "172.16.0.0, private",
    "172.31.255.255, private",
    "192.0.0.8, protocols",
    "192.0.0.192, metadata",
    "192.0.2.255, documentation",
    "192.88.99.1, 6to4",
    "192.168.0.0, private",
    "192.168.255.255, private",
    "198.18.0.0, benchmarks",
    "198.19.255.255, benchmarks",
    "198.51.100.7, documentation",
    "203.0.113.7, documentation",
    "224.0.0.1, multicast",
    "239.255.255.255, multicast",
    "240.0.0.1, reserved",
    "255.255.255.254, reserved",
    "255.255.255.255, broadcast",
    "::, unspecified",
    "::1, loopback",
    "::2, IPv4-compatible",
    "::127.0.0.1, IPv4-compatible",
    "::8.8.8.8, outside",
    "::ffff:0:10.0.0.1, IPv4-translated",
    "64:ff9b::127.0.0.1, NAT64",
    "64:ff9b::a00:1, NAT64",
    "64:ff9b:1::8.8.8.8, local use",
    "100::1, discarded",
    "100:0:0:1::1, dummy",
    "2001::1, Teredo",
    "2001:0:7f00:1::, Teredo server",
    "2001:0:808:808:0:0:80ff:fffe, Teredo client",
    "2001:2::1, benchmarks",
    "2001:10::1, identifier",
    "2001:2f:ffff::1, identifier",
    "2001:30::1, drone",
    "2001:1::1, protocols",
    "2001:db8::1, documentation",
    "2001:db8:ffff::1, documentation",
    "2002:7f00:1::1, 6to4",
    "2002:c0a8:101::, 6to4",
    "3fff:fff::1, documentation",
    "5f00::1, segment",
    "4000::1, outside",
    "1::1, outside",
    "fc00::1, unique local",
    "fdff:ffff::1, unique local",
    "fd00:ec2::254, metadata",
    "fd20:ce::254, metadata",
    "fe80::1, link-local",
    "febf::1, link-local",
    "fec0::1, site-local",
    "ff02::1, multicast",
    "2a00:1450::5efe:7f00:1, ISATAP",
    "2a00:1450::200:5efe:c0a8:1, ISATAP"
  })
  void saysWhatIsSpecial(String address, String kind) {
    assertThat(SpecialAddresses.kind(InetAddress.ofLiteral(address)))
        .hasValueSatisfying(
            words -> assertThat(words).contains(kind).matches(".*RFC \\d+\\).*|.*cloud.*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.255.255",
        "169.255.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.0.1.0",
        "192.0.3.0",
        "192.167.255.255",
        "192.169.0.0",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2001:db7::1",
        "2001:db9::1",
        "2a00:1450:4001::1a",
        "2606:4700::1111",
        "2620:4f:8000::1",
        "3ffe::1",
        "3fff:1000::1",
        "64:ff9b::8.8.8.8",
        "2002:808:808::1",
        "2a00:1450::5efe:808:808",
        "2001:0:808:808:0:0:f7f7:f7f7"
      })
  void leavesHostsOfTheInternetAlone(String address) {
    assertThat(SpecialAddresses.kind(InetAddress.ofLiteral(address))).isEmpty();
  }

  /** The JDK makes an IPv4 address of such literals; a resolver might not. */
  @Test
  void judgesMappedAddressesByWhatTheyMean() throws UnknownHostException {
    byte[] mapped = new byte[16];
    mapped[10] = -1;
    mapped[11] = -1;
    mapped[12] = 127;
    mapped[15] = 1;
    InetAddress address = Inet6Address.getByAddress("", mapped, -1);
    assertThat(address).isInstanceOf(Inet6Address.class);
    assertThat(SpecialAddresses.kind(address))
        .hasValueSatisfying(kind -> assertThat(kind).contains("IPv4-mapped", "loopback"));
    mapped[12] = 8;
    assertThat(SpecialAddresses.kind(Inet6Address.getByAddress("", mapped, -1))).isEmpty();
  }
}
