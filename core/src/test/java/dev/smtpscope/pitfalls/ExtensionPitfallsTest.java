package dev.smtpscope.pitfalls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Capabilities;
import dev.smtpscope.facts.Limits;
import dev.smtpscope.facts.SizeLimit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What extensions say, and what they leave open. */
class ExtensionPitfallsTest {
  private static Seen offering(String line) {
    String keyword = line.split("[ =]", 2)[0];
    return Seen.relay(Seen.postfix().without(keyword).capability(line));
  }

  private static Capabilities capabilities(Seen seen) {
    return seen.facts().helloInTls().capabilities();
  }

  @Test
  void sizeWithoutANumberSaysNothing() {
    Seen seen = offering("SIZE");
    assertThat(capabilities(seen).size()).contains(new SizeLimit.Unstated());
    assertThat(seen.findings()).isEmpty();
  }

  @Test
  void sizeZeroIsNoFixedLimit() {
    Seen seen = offering("SIZE 0");
    assertThat(capabilities(seen).size()).contains(new SizeLimit.Unlimited());
    assertThat(seen.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SIZE many", "SIZE -1", "SIZE 10MB"})
  void sizeThatIsNoNumberIsReported(String line) {
    assertThat(offering(line).findings()).containsExactly("notice capability-conflict/size");
  }

  @Test
  void sizeBeyondAllMeasureIsNoFinding() {
    assertThat(offering("SIZE 18446744073709551615").findings()).isEmpty();
  }

  @Test
  void extensionsThatRestOnOthers() {
    assertThat(Seen.relay(Seen.postfix().without("8BITMIME")).findings())
        .containsExactly("notice capability-conflict/smtputf8");
    assertThat(Seen.relay(Seen.postfix().without("CHUNKING").capability("BINARYMIME")).findings())
        .containsExactly("notice capability-conflict/binarymime");
    assertThat(offering("BINARYMIME").findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LIMITS MAILMAX=",
        "LIMITS =5",
        "LIMITS RCPTMAX=5;MAILMAX=2",
        "LIMITS RCPT.MAX=5",
      })
  void aSyntaxErrorVoidsLimits(String line) {
    Seen seen = offering(line);
    assertThat(capabilities(seen).limits().orElseThrow()).isInstanceOf(Limits.Malformed.class);
    assertThat(seen.findings()).containsExactly("notice capability-conflict/limits");
  }

  @ParameterizedTest
  @CsvSource({
    "LIMITS MAILMAX=20 RCPTMAX=lots, RCPTMAX, lots",
    "LIMITS MAILMAX=20 RCPTMAX=0, RCPTMAX, 0",
    "LIMITS MAILMAX=20 RCPTMAX, RCPTMAX, ''",
  })
  void aBadValueVoidsThatLimitAlone(String line, String name, String value) {
    Seen seen = offering(line);
    assertThat(capabilities(seen).limits())
        .contains(new Limits.Stated(Map.of("MAILMAX", 20L), Map.of(name, value)));
    assertThat(seen.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LIMITS mailmax=5",
        "LIMITS X_NEW",
        "LIMITS X-NEW=a=b",
        "DSN",
        "DELIVERBY",
        "DELIVERBY 240",
        "FUTURERELEASE 3600 2026-12-31T00:00:00Z",
        "MT-PRIORITY MIXER",
        "MT-PRIORITY",
        "REQUIRETLS",
        "X-WHATEVER a b",
      })
  void whatIsParsedAndNotJudged(String line) {
    Seen seen = offering(line);
    assertThat(capabilities(seen).has(line.split(" ", 2)[0])).isTrue();
    assertThat(seen.findings()).isEmpty();
  }

  @Test
  void theObsoleteUtf8IsForInformation() {
    Seen seen = offering("UTF8SMTP");
    assertThat(seen.findings()).isEmpty();
    assertThat(seen.all()).contains("info capability-conflict/utf8smtp");
  }
}
