package dev.smtpscope.realservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.judge.Finding;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who gives a real server the lines that its findings advise is rid of them. */
class FollowedAdviceTest {
  @ParameterizedTest
  @EnumSource(
      names = {
        "POSTFIX_NO_TLS",
        "POSTFIX_EXPIRED",
        "POSTFIX_PLAIN_TEXT_AUTH",
        "POSTFIX_AUTH_WITHOUT_TLS",
        "POSTFIX_TLS_1_0",
        "POSTFIX_TELLS_VERSION",
        "EXIM_NO_TLS",
        "EXIM_PLAIN_TEXT_AUTH",
        "EXIM_MISSING_INTERMEDIATE",
        "OPENSMTPD_NO_TLS",
        "SENDMAIL_NO_TLS",
        "SENDMAIL_EXPIRED"
      })
  void mendsWhatWasFound(Scenario scenario) {
    Checked before = Checked.of(scenario);
    Advice advice = Advice.of(before.report());
    try (RunningServer mended = RunningServer.start(scenario, RealServers.pki(), advice)) {
      assertThat(ids(Checked.now(mended)))
          .as("%s\n%s", advice, mended.logs())
          .doesNotContainAnyElementsOf(ids(before));
    }
  }

  private static List<String> ids(Checked checked) {
    return checked.report().verdicts().findings().stream().map(Finding::id).distinct().toList();
  }
}
