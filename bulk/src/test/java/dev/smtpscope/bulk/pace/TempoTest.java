package dev.smtpscope.bulk.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TempoTest {
  private static final Duration TENTH = Duration.ofMillis(100);

  private final FakeTime time = new FakeTime();
  private final Tempo tempo = new Tempo(time);

  /** How many begin in so many seconds in which this machine is late by so much. */
  private int begun(int seconds, Duration late) throws InterruptedException {
    int begun = 0;
    long end = time.nanos() + Duration.ofSeconds(seconds).toNanos();
    long tick = time.nanos();
    while (time.nanos() < end) {
      tempo.await();
      begun++;
      for (; tick <= time.nanos(); tick += TENTH.toNanos()) {
        tempo.tick(late);
      }
    }
    return begun;
  }

  @Test
  void beginsSlowlyAndGoesFasterWhileAllIsInTime() throws Exception {
    int first = begun(1, Duration.ZERO);
    assertThat(first).isBetween(18, 26);
    begun(20, Duration.ZERO);
    assertThat(begun(1, Duration.ZERO)).isGreaterThan(20 * first);
  }

  @Test
  void goesSlowerWhileThisMachineIsLateButNeverStops() throws Exception {
    begun(20, Duration.ZERO);
    int fast = begun(1, Duration.ZERO);
    begun(3, Duration.ofMillis(60));
    assertThat(begun(1, Duration.ofMillis(60))).isLessThan(fast / 2);
    begun(60, Duration.ofSeconds(1));
    assertThat(begun(10, Duration.ofSeconds(1))).isBetween(45, 55);
  }

  @Test
  void whoDoesNotUseHisPaceGetsNoFasterOne() throws Exception {
    for (int i = 0; i < 600; i++) {
      tempo.await();
      time.pass(TENTH);
      tempo.tick(Duration.ZERO);
    }
    assertThat(begun(1, Duration.ZERO)).isBetween(18, 26);
  }

  @Test
  void aPauseNowAndThenIsNoReasonToSlowDown() throws Exception {
    begun(20, Duration.ZERO);
    int fast = begun(1, Duration.ZERO);
    for (int i = 0; i < 50; i++) {
      time.pass(TENTH);
      tempo.tick(i % 3 == 0 ? Duration.ofSeconds(1) : Duration.ZERO);
    }
    assertThat(begun(1, Duration.ZERO)).isGreaterThan(fast / 2);
  }
}
