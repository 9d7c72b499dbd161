package dev.smtpscope.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.judge.pki.TrustAnchors;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilesTest {
  private static final TrustAnchors NONE = TrustAnchors.of("none", List.of());

  @Test
  void everyNameNamesARuleset() {
    assertThat(Profiles.NAMES)
        .allSatisfy(name ->
            assertThat(Profiles.named(name, NONE))
                .hasValueSatisfying(rules -> assertThat(rules.profile()).isEqualTo(name)));
    assertThat(Profiles.named("lenient", NONE)).isEmpty();
  }

  @Test
  void strictInsistsOnTls() {
    Ruleset strict = Profiles.named("strict", NONE).orElseThrow();
    assertThat(strict.severity("starttls-missing", Severity.WARNING)).isEqualTo(Severity.ERROR);
    assertThat(strict.severity("slow-stage", Severity.NOTICE)).isEqualTo(Severity.NOTICE);
  }

  @Test
  void aRulesetAndGuidelinesGoTogether() {
    assertThat(Profiles.combined(List.of("ncsc-nl", "strict", "rfc9325"), NONE))
        .hasValueSatisfying(rules -> {
          assertThat(rules.profile()).isEqualTo("strict");
          assertThat(rules.guidelines()).containsExactly("ncsc-nl", "rfc9325");
        });
    assertThat(Profiles.combined(List.of("ncsc-nl"), NONE))
        .hasValueSatisfying(rules -> assertThat(rules.profile()).isEqualTo("smtpscope"));
    assertThat(Profiles.combined(List.of("strict"), NONE))
        .hasValueSatisfying(
            rules -> assertThat(rules.guidelines()).isEqualTo(Ruleset.USUAL_GUIDELINES));
    assertThat(Profiles.combined(List.of("strict", "smtpscope"), NONE)).isEmpty();
  }
}
