package dev.smtpscope.bulk.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void isExactToOneSixtyFourth() {
    Random random = new Random(3);
    for (int round = 0; round < 50; round++) {
      long[] micros =
          random
              .longs(1 + random.nextInt(2000))
              .map(l -> (l >>> 1) >> (29 + random.nextInt(34)))
              .toArray();
      Histogram histogram = new Histogram();
      Arrays.stream(micros).forEach(m -> histogram.add(Duration.ofNanos(m * 1000)));
      Arrays.sort(micros);
      for (int percent : new int[] {1, 50, 90, 99, 100}) {
        long exact = micros[(int) Math.ceil(micros.length * percent / 100.0) - 1];
        long told = histogram.percentile(percent).toNanos() / 1000;
        assertThat(told).isBetween(exact, exact + exact / 64);
      }
    }
  }

  @Test
  void takesWhatIsOutOfBoundsForTheBound() {
    Histogram histogram = new Histogram();
    histogram.add(Duration.ofDays(30));
    assertThat(histogram.percentile(50)).isBetween(Duration.ofHours(9), Duration.ofHours(10));
    assertThat(new Histogram().percentile(50)).isZero();
  }

  @Test
  void mergesToWhatOneWouldHaveCounted() {
    Histogram both = new Histogram();
    Histogram one = new Histogram();
    Histogram other = new Histogram();
    for (int i = 1; i < 1000; i++) {
      both.add(Duration.ofMillis(i));
      (i % 3 == 0 ? one : other).add(Duration.ofMillis(i));
    }
    one.merge(other);
    assertThat(one.count()).isEqualTo(both.count());
    assertThat(one.percentile(95)).isEqualTo(both.percentile(95));
  }
}
