package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.judge.Check;
import dev.smtpscope.judge.Checks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainTest {
  @ParameterizedTest
  @CsvSource({
    "550, SMTP reply code",
    "5.7.1, 5.7.1",
    "starttls, STARTTLS - ",
    "AUTH PLAIN, PLAIN",
    "alert 40, handshake_failure",
    "port 465, RFC 8314",
    "greylisting, greylisting"
  })
  void explains(String query, String expected) {
    Run run = Run.of("explain", query);
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).contains(expected);
    assertThat(run.out().lines()).allMatch(line -> line.length() <= 80);
  }

  @Test
  void takesTheWordsOneByOne() {
    assertThat(Run.of("explain", "port", "465")).isEqualTo(Run.of("explain", "port 465"));
  }

  @Test
  void hasAPageForEveryCheck() {
    assertThat(Checks.ALL).isNotEmpty();
    for (Check check : Checks.ALL) {
      Run run = Run.of("explain", check.id());
      assertThat(run.code()).as(check.id()).isEqualTo(ExitCode.FINE);
      assertThat(run.out()).contains(check.id()).doesNotContain("```", "](", "**");
    }
  }

  @Test
  void findsThePageOfAFindingByItsId() {
    assertThat(Run.of("explain", "starttls-missing/anything").out())
        .isEqualTo(Run.of("explain", "STARTTLS-MISSING").out());
  }
}
