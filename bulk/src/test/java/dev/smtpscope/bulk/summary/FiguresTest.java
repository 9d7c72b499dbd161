package dev.smtpscope.bulk.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void neverRoundsToAllOrNothing() {
    assertThat(Figures.percent(0, 10)).isEqualTo("0.0 %");
    assertThat(Figures.percent(1, 100_000)).isEqualTo("<0.1 %");
    assertThat(Figures.percent(99_999, 100_000)).isEqualTo(">99.9 %");
    assertThat(Figures.percent(10, 10)).isEqualTo("100 %");
    assertThat(Figures.percent(0, 0)).isEqualTo("–");
  }

  @Test
  void writesNumbersForPeople() {
    assertThat(Figures.counted(1, "target")).isEqualTo("1 target");
    assertThat(Figures.counted(1_234_567, "target")).isEqualTo("1,234,567 targets");
    assertThat(Figures.time(Duration.ofNanos(1_500_000))).isEqualTo("1.50 ms");
    assertThat(Figures.time(Duration.ofMillis(85))).isEqualTo("85 ms");
    assertThat(Figures.time(Duration.ofMillis(12_340))).isEqualTo("12.3 s");
  }
}
