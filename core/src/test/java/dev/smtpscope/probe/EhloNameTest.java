package dev.smtpscope.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smtpscope.target.HostName;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EhloNameTest {
  /** RFC 5321 section 4.1.3. */
  @Test
  void writesLiteralsAndDomains() {
    assertThat(EhloName.of(InetAddress.ofLiteral("192.0.2.1")).value()).isEqualTo("[192.0.2.1]");
    assertThat(EhloName.of(InetAddress.ofLiteral("2001:db8::1")).value())
        .isEqualTo("[IPv6:2001:db8::1]");
    assertThat(EhloName.of(new HostName("probe.example.net")).value())
        .isEqualTo("probe.example.net");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "x\r\nMAIL FROM:<>", "[1.2.3.4", "ex\u0000ample", "a\n"})
  void nothingCanEndTheCommand(String value) {
    assertThatThrownBy(() -> new EhloName(value)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a]", "[192.0.2]", "[192.0.2.256]", "[2001:db8::1]", "[IPv6:1::2::3]"})
  void takesNoLiteralThatIsNoAddress(String value) {
    assertThatThrownBy(() -> new EhloName(value)).isInstanceOf(IllegalArgumentException.class);
  }
}
