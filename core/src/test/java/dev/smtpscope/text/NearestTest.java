package dev.smtpscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "abc, abc, 0",
    "abc, '', 3",
    "kitten, sitting, 3",
    "ports, prots, 1",
    "ca, abc, 3",
    "abcd, badc, 2",
    "flaw, lawn, 2"
  })
  void countsEdits(String a, String b, int edits) {
    assertThat(Nearest.edits(a, b)).isEqualTo(edits);
    assertThat(Nearest.edits(b, a)).isEqualTo(edits);
  }

  @Test
  void putsTheNearestFirst() {
    assertThat(Nearest.to("--prots", Stream.of("--profile", "--ports", "--proto")))
        .containsExactly("--ports", "--proto");
    assertThat(Nearest.to("STARTTLSS", Stream.of("AUTH", "starttls"))).containsExactly("starttls");
    assertThat(Nearest.to("cert", Stream.of("certificate-expired", "chain")))
        .containsExactly("certificate-expired");
  }

  @Test
  void findsNothingInWhatIsFarFromAll() {
    assertThat(Nearest.to("xyzzy", Stream.of("AUTH", "SIZE"))).isEmpty();
    assertThat(Nearest.to("a".repeat(65), Stream.of("a".repeat(65)))).isEmpty();
  }
}
