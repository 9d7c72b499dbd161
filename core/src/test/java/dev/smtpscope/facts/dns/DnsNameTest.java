package dev.smtpscope.facts.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.smtpscope.target.HostName;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsNameTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          Example.ORG          | example.org
          example.org.         | example.org
          .                    | .
          _25._tcp.mx.test     | _25._tcp.mx.test
          a\\.b.example        | a\\.b.example
          a\\046b.example      | a\\.b.example
          \\065bc              | abc
          tab\\009.example     | tab\\009.example
          q\\"uote\\;.example  | q\\"uote\\;.example
          \\192.example        | \\192.example
          192.0.2.1            | 192.0.2.1
          *.example.org        | *.example.org
          """)
  void namesHaveOneForm(String written, String text) {
    assertThat(new DnsName(written).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "..",
        "a..b",
        ".a",
        "a b",
        "a\u001b[2Jb",
        "ü.example",
        "a\\",
        "a\\25",
        "a\\256",
        "a\\1x2"
      })
  void otherTextIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> new DnsName(text));
  }

  /** RFC 1035 section 2.3.4. */
  @Test
  void labelsAndNamesHaveTheirLongest() {
    String label = "a".repeat(63);
    String longest = String.join(".", label, label, label, "a".repeat(61));

    assertThat(new DnsName(longest).labels()).hasSize(4);
    assertThatIllegalArgumentException().isThrownBy(() -> new DnsName(longest + "a"));
    assertThatIllegalArgumentException().isThrownBy(() -> new DnsName(label + "a"));
  }

  @Test
  void anyOctetsAreHarmlessTextAndComeBack() {
    Random random = new Random(4);
    for (int i = 0; i < 500; i++) {
      List<String> labels = List.of(label(random), label(random));

      DnsName name = DnsName.ofLabels(labels);

      assertThat(name.labels()).isEqualTo(labels);
      assertThat(name.text()).isPrintable().isASCII().doesNotContain(" ");
      assertThat(new DnsName(name.text())).isEqualTo(name);
    }
  }

  @Test
  void namesKnowTheirPlaceInTheTree() {
    DnsName mx = new DnsName("mx.example.org");

    assertThat(mx.child("_25._tcp")).isEqualTo(new DnsName("_25._tcp.mx.example.org"));
    assertThat(DnsName.ROOT.child("org")).isEqualTo(new DnsName("org"));
    assertThat(mx.parent()).isEqualTo(new DnsName("example.org"));
    assertThat(DnsName.ROOT.parent()).isEqualTo(DnsName.ROOT);
    assertThat(mx.isWithin(new DnsName("org"))).isTrue();
    assertThat(mx.isWithin(DnsName.ROOT)).isTrue();
    assertThat(new DnsName("notexample.org").isWithin(new DnsName("example.org"))).isFalse();
    assertThat(new DnsName("a\\.example.org").isWithin(new DnsName("example.org"))).isFalse();
  }

  @Test
  void hostNamesAreToldFromOthers() {
    assertThat(new DnsName("MX.example.org").hostName()).contains(new HostName("mx.example.org"));
    assertThat(new DnsName("a\\.b.example").hostName()).isEmpty();
    assertThat(DnsName.ROOT.hostName()).isEmpty();
    assertThat(DnsName.of(new HostName("mx.example.org")).text()).isEqualTo("mx.example.org");
  }

  private static String label(Random random) {
    StringBuilder label = new StringBuilder();
    for (int i = 1 + random.nextInt(20); i > 0; i--) {
      int octet = random.nextInt(256);
      label.append((char) (octet >= 'A' && octet <= 'Z' ? octet + 32 : octet));
    }
    return label.toString();
  }
}
