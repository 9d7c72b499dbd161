package dev.smtpscope.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
  /** The examples of RFC 5952 sections 4 and 5. */
  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.1",
    "2001:0db8:0:0:0:0:0:0001, 2001:db8::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "0:0:0:0:0:0:0:0, ::",
    "::1, ::1",
    "1::, 1::",
    "2001:DB8::ABCD, 2001:db8::abcd",
  })
  void writesCanonically(String given, String text) {
    assertThat(Addresses.text(InetAddress.ofLiteral(given))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.1, 192.0.2.1:25", "2001:db8::1, [2001:db8::1]:25"})
  void writesThePort(String given, String text) {
    assertThat(Addresses.text(InetAddress.ofLiteral(given), 25)).isEqualTo(text);
  }
}
