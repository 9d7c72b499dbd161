package dev.smtpscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void durationsTakeTheUnitThatFits() {
    assertThat(Words.duration(Duration.ofMillis(12))).isEqualTo("12 ms");
    assertThat(Words.duration(Duration.ofMillis(1580))).isEqualTo("1.5 s");
    assertThat(Words.duration(Duration.ofSeconds(2))).isEqualTo("2 s");
    assertThat(Words.duration(Duration.ofMillis(10_999))).isEqualTo("10 s");
    assertThat(Words.duration(Duration.ofMinutes(5))).isEqualTo("5 min");
    assertThat(Words.duration(Duration.ofHours(23))).isEqualTo("1380 min");
    assertThat(Words.duration(Duration.ofDays(63))).isEqualTo("63 days");
  }

  @Test
  void listsEndInAnd() {
    assertThat(Words.list(List.of())).isEmpty();
    assertThat(Words.list(List.of("25"))).isEqualTo("25");
    assertThat(Words.list(List.of("25", "465"))).isEqualTo("25 and 465");
    assertThat(Words.list(List.of("25", "465", "587"))).isEqualTo("25, 465 and 587");
  }

  @Test
  void countsAgreeWithTheirNoun() {
    assertThat(Words.count(1, "port")).isEqualTo("1 port");
    assertThat(Words.count(0, "port")).isEqualTo("0 ports");
  }

  @Test
  void longTextIsCutWithAnEllipsis() {
    assertThat(Words.shortened("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Words.shortened("abcdefg", 6)).isEqualTo("abcde…");
  }
}
