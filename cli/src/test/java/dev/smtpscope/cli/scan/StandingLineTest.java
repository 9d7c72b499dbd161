package dev.smtpscope.cli.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.bulk.probe.ProbeCounts;
import dev.smtpscope.bulk.run.Standing;
import dev.smtpscope.report.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandingLineTest {
  static Standing standing(long fine, long inFlight, Optional<Long> size, Duration elapsed) {
    return new Standing(
        3,
        2,
        1,
        0,
        inFlight,
        Map.of(Outcome.FINE, fine, Outcome.FINDINGS, 40L),
        0,
        0,
        new ProbeCounts.Sums(7, 60, 30, 50, 45, 0),
        500,
        size,
        elapsed);
  }

  private static StandingLine line(long fine, Optional<Long> size) {
    return new StandingLine(standing(fine, 44, size, Duration.ofSeconds(10)), 12.34);
  }

  @Test
  void tellsHowFarItIsAndHowLongTheRestTakes() {
    assertThat(line(60, Optional.of(1000L)).text())
        .isEqualTo(
            "106 of about 300 lines, 12/s, 19 s left, 44 in flight, 60 fine, 40 with findings,"
                + " 0 not tested, 3 rejected, 1 excluded");
  }

  @Test
  void guessesNothingWhereTheSizeIsNotKnown() {
    assertThat(line(60, Optional.empty()).text())
        .startsWith("106 lines, 12/s, 44 in flight, 60 fine");
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 40, 60, 80, 100})
  void neverFillsTheScreensWidth(int width) {
    assertThat(line(60, Optional.of(1000L)).text(width)).hasSizeLessThan(width);
  }

  @Test
  void paceIsThatOfTheLastSeconds() {
    Pace pace = new Pace();
    assertThat(pace.after(at(0, 5))).isEqualTo(9);
    assertThat(pace.after(at(55, 10))).isEqualTo(11);
    assertThat(pace.after(at(55, 30))).isZero();
  }

  private static Standing at(long fine, int seconds) {
    return standing(fine + 5, 0, Optional.empty(), Duration.ofSeconds(seconds));
  }
}
