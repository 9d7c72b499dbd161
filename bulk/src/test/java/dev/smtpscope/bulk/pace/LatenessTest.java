package dev.smtpscope.bulk.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LatenessTest {
  private static final Duration BEAT = Duration.ofMillis(100);

  private final FakeTime clock = new FakeTime();
  private final Lateness lateness = new Lateness(clock);

  private void beats(int count, Duration late) throws InterruptedException {
    clock.oversleep(late);
    for (int i = 0; i < count; i++) {
      assertThat(lateness.beat(BEAT)).isEqualTo(late);
    }
  }

  @Test
  void tellsTheWorstOfATime() throws Exception {
    long began = lateness.now();
    beats(5, Duration.ZERO);
    beats(1, Duration.ofMillis(700));
    beats(1, Duration.ofMillis(300));
    long later = lateness.now();
    beats(5, Duration.ofMillis(10));
    assertThat(lateness.since(began)).isEqualTo(Duration.ofMillis(700));
    assertThat(lateness.since(later)).isEqualTo(Duration.ofMillis(10));
  }

  @Test
  void aDelayThatBeganBeforeCountsToo() throws Exception {
    beats(1, Duration.ZERO);
    long withinTheNext = lateness.now() + Duration.ofMillis(150).toNanos();
    beats(1, Duration.ofSeconds(2));
    assertThat(lateness.since(withinTheNext)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aDelayThatHasNotEndedCountsAlready() throws Exception {
    AtomicReference<Duration> seen = new AtomicReference<>(Duration.ZERO);
    List<Lateness> observed = new ArrayList<>();
    Lateness late =
        new Lateness(
            new Time() {
              @Override
              public long nanos() {
                return clock.nanos();
              }

              @Override
              public void sleepUntil(long nanos) {
                clock.sleepUntil(nanos);
                clock.pass(Duration.ofSeconds(3));
                seen.set(observed.getFirst().since(clock.nanos()));
              }
            });
    observed.add(late);
    assertThat(late.beat(BEAT)).isEqualTo(Duration.ofSeconds(3));
    assertThat(seen.get()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void whatIsLongAgoIsForgotten() throws Exception {
    long began = lateness.now();
    beats(1, Duration.ofSeconds(9));
    beats(7000, Duration.ZERO);
    assertThat(lateness.since(began)).isZero();
  }

  @Test
  void isToBlameForWhatIsNotMuchLonger() throws Exception {
    long began = lateness.now();
    beats(1, Duration.ofMillis(250));
    assertThat(lateness.isToBlame(Duration.ofSeconds(5), began)).isTrue();
    assertThat(lateness.isToBlame(Duration.ofMillis(5001), began)).isFalse();
  }

  @Test
  void waitsUntilItHasKeptUpForAWhile() throws Exception {
    FakeTime beaten = new FakeTime();
    List<Lateness> beating = new ArrayList<>();
    Lateness late = new Lateness(timeOf(beaten, beating));
    beating.add(late);
    beatOnce(late, beaten, Duration.ofMillis(250));
    assertThat(calm(late, beaten)).isEqualTo(Duration.ofSeconds(5));
    assertThat(calm(late, beaten)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void doesNotWaitForEver() throws Exception {
    beatOnce(lateness, clock, Duration.ofSeconds(1));
    assertThat(calm(lateness, clock)).isEqualTo(Duration.ofMinutes(1));
  }

  private static void beatOnce(Lateness lateness, FakeTime clock, Duration late)
      throws InterruptedException {
    clock.oversleep(late);
    lateness.beat(BEAT);
    clock.oversleep(Duration.ZERO);
  }

  /** How long it takes until it is calm. */
  private static Duration calm(Lateness lateness, FakeTime clock) throws InterruptedException {
    Duration began = clock.elapsed();
    lateness.awaitCalm();
    return clock.elapsed().minus(began);
  }

  /** Where whoever sleeps for a second has the lateness note its beats meanwhile. */
  private static Time timeOf(FakeTime clock, List<Lateness> beating) {
    return new Time() {
      @Override
      public long nanos() {
        return clock.nanos();
      }

      @Override
      public void sleepUntil(long nanos) throws InterruptedException {
        if (nanos - clock.nanos() < Duration.ofSeconds(1).toNanos()) {
          clock.sleepUntil(nanos);
        }
        while (clock.nanos() < nanos) {
          beating.getFirst().beat(BEAT);
        }
      }
    };
  }
}
