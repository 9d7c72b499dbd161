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
}
