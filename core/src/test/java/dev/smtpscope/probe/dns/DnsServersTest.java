package dev.smtpscope.probe.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.smtpscope.facts.dns.DnsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsServersTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "192.0.2.1:53, 192.0.2.1",
    "192.0.2.1:5353, 192.0.2.1:5353",
    "2001:db8::1, 2001:db8::1",
    "[2001:db8::1]:53, 2001:db8::1",
    "[2001:db8::1]:5353, [2001:db8::1]:5353",
    "https://dns.example/dns-query, https://dns.example/dns-query",
  })
  void resolversAreReadAndShown(String written, String shown) {
    assertThat(DnsServers.parse(written).label()).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dns.example",
        "192.0.2.1:0",
        "192.0.2.1:65536",
        "192.0.2.1:x",
        "192.0.2.999",
        "[192.0.2.1]:53",
        "http://dns.example/",
        "https://",
        "[2001:db8::zz]:53",
        "tls://192.0.2.1"
      })
  void otherTextIsAnsweredInOneLine(String written) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DnsServers.parse(written))
        .withMessageContaining("not a resolver: " + written + "; an IP address")
        .withMessageNotContaining("\n");
  }

  @Test
  void theSystemsResolversAreThoseOfResolvConf(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("resolv.conf");
    Files.writeString(
        file,
        """
        # nameserver 192.0.2.9
        search example.org
        nameserver 192.0.2.1 # first
         nameserver\t2001:db8::1
        nameserver fe80::1%eth0
        nameserver nonsense
        nameserver 192.0.2.4
        """);

    assertThat(DnsServers.of(file))
        .extracting(DnsServer::label)
        .containsExactly("192.0.2.1", "2001:db8::1", "fe80::1");
  }

  @Test
  void withoutResolvConfThisMachineIsAsked(@TempDir Path directory) {
    assertThat(DnsServers.of(directory.resolve("none")))
        .extracting(DnsServer::label)
        .containsExactly("127.0.0.1");
  }
}
