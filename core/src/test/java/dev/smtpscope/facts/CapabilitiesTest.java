package dev.smtpscope.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapabilitiesTest {
  @Test
  void theFirstLineIsNoKeyword() {
    assertThat(of("STARTTLS welcomes you").has("STARTTLS")).isFalse();
  }

  @Test
  void keywordsAreFoundInWhateverCaseAndPlace() {
    Capabilities capabilities = of("mail.example.org", "size 10", "StartTls");
    assertThat(capabilities.has("STARTTLS")).isTrue();
    assertThat(capabilities.keywords()).containsExactly("SIZE", "STARTTLS");
  }

  @Test
  void aKeywordIsNotFoundWithinAnother() {
    assertThat(of("x", "XSTARTTLS", "NOSTARTTLS").has("STARTTLS")).isFalse();
  }

  @Test
  void mergesBothFormsOfAuth() {
    Capabilities capabilities = of("x", "AUTH PLAIN login", "AUTH=LOGIN CRAM-MD5");
    assertThat(capabilities.authMechanisms()).containsExactly("CRAM-MD5", "LOGIN", "PLAIN");
    assertThat(capabilities.all()).map(Capability::isLegacyAuth).containsExactly(false, true);
  }

  @Test
  void keepsAnUnknownLineAsItCame() {
    assertThat(of("x", "X-Odd  A=b \\x01").all())
        .containsExactly(new Capability("X-ODD", List.of("A=b", "\\x01"), "X-Odd  A=b \\x01"));
  }

  /** RFC 1870 section 4. */
  @Test
  void readsSize() {
    assertThat(size("SIZE")).isEqualTo(new SizeLimit.Unstated());
    assertThat(size("SIZE 0")).isEqualTo(new SizeLimit.Unlimited());
    assertThat(size("SIZE 10240000")).isEqualTo(new SizeLimit.Octets(10_240_000));
    assertThat(size("SIZE 99999999999999999999")).isEqualTo(new SizeLimit.Octets(Long.MAX_VALUE));
    assertThat(size("SIZE big")).isEqualTo(new SizeLimit.Malformed("big"));
    assertThat(size("SIZE -1")).isEqualTo(new SizeLimit.Malformed("-1"));
  }

  /** RFC 9422 sections 3 and 4. */
  @Test
  void readsLimits() {
    assertThat(limits("LIMITS RCPTMAX=500 mailmax=20"))
        .isEqualTo(new Limits.Stated(Map.of("RCPTMAX", 500L, "MAILMAX", 20L), Map.of()));
    assertThat(limits("LIMITS RCPTMAX=lots MAILMAX=2"))
        .isEqualTo(new Limits.Stated(Map.of("MAILMAX", 2L), Map.of("RCPTMAX", "lots")));
    assertThat(limits("LIMITS RCPTMAX X_NEW"))
        .isEqualTo(new Limits.Stated(Map.of(), Map.of("RCPTMAX", "", "X_NEW", "")));
    assertThat(limits("LIMITS RCPTMAX=0"))
        .isEqualTo(new Limits.Stated(Map.of(), Map.of("RCPTMAX", "0")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"LIMITS =5", "LIMITS RCPTMAX=5 x;y=2", "LIMITS A="})
  void aSyntaxErrorVoidsAllLimits(String line) {
    assertThat(limits(line)).isInstanceOf(Limits.Malformed.class);
  }

  /** RFC 3463 section 2. */
  @ParameterizedTest
  @CsvSource({
    "5.7.1 denied, 5.7.1",
    "4.7.0, 4.7.0",
    "2.0.0 Ok, 2.0.0",
    "5.7.1denied, none",
    "3.1.1 x, none",
    "5.7 x, none",
    "5.7.1234 x, none",
    "denied 5.7.1, none",
  })
  void readsEnhancedCodes(String text, String code) {
    assertThat(EnhancedCode.leading(text).map(EnhancedCode::toString).orElse("none"))
        .isEqualTo(code);
  }

  private static SizeLimit size(String line) {
    return of("x", line).size().orElseThrow();
  }

  private static Limits limits(String line) {
    return of("x", line).limits().orElseThrow();
  }

  private static Capabilities of(String... lines) {
    return Capabilities.of(new Reply(250, List.of(lines)));
  }
}
