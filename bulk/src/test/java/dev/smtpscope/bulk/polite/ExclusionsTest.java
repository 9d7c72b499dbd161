package dev.smtpscope.bulk.polite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.smtpscope.target.HostName;
import dev.smtpscope.target.TargetParser;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExclusionsTest {
  private static Exclusions list(String... lines) throws InvalidExclusionException {
    return Exclusions.parse(List.of(lines));
  }

  @ParameterizedTest
  @CsvSource({
    "192.0.2.0/24, 192.0.2.255, true",
    "192.0.2.77/24, 192.0.2.1, true",
    "192.0.2.0/24, 192.0.3.0, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.128, true",
    "10.0.0.0/7, 11.255.0.1, true",
    "10.0.0.0/7, 12.0.0.0, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.6, false",
    "0.0.0.0/0, 203.0.113.1, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "::/0, 192.0.2.1, false",
    "2001:db8::5, 2001:DB8::5, true"
  })
  void networksCoverTheirAddresses(String line, String address, boolean covered) throws Exception {
    assertThat(list(line).refusal(InetAddress.ofLiteral(address)).isPresent()).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "example.org, example.org, true",
    "example.org, mx.a.example.org, true",
    "example.org, badexample.org, false",
    "*.example.org, mx.example.org, true",
    ".Example.ORG, mx.example.org, true",
    "mx.example.org, example.org, false",
    "org, example.org, true",
    "bücher.example, mx.xn--bcher-kva.example, true"
  })
  void namesCoverWhatIsBelowThem(String line, String name, boolean covered) throws Exception {
    assertThat(list(line).refusal(new HostName(name)).isPresent()).isEqualTo(covered);
  }

  @Test
  void saysWhichEntryItWas() throws Exception {
    Exclusions list = list("# who asked", "", "192.0.2.9/24 # by mail", "example.org");
    assertThat(list.size()).isEqualTo(2);
    assertThat(list.refusal(InetAddress.ofLiteral("192.0.2.1")))
        .contains("192.0.2.0/24 is on the exclusion list");
    assertThat(
            list.refusal(
                new TargetParser(TargetParser.Overrides.NONE).parse("domain:a.example.org")))
        .contains("example.org is on the exclusion list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.0/33",
        "192.0.2.0/",
        "2001:db8::/129",
        "a b",
        "mx.example.org:25",
        "10/8"
      })
  void namesTheLineThatIsWrong(String line) {
    assertThatThrownBy(() -> list("example.org", line))
        .isInstanceOf(InvalidExclusionException.class)
        .hasMessageStartingWith("line 2: '" + line + "'");
  }
}
