package dev.smtpscope.bulk.polite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.bulk.pace.FakeTime;
import dev.smtpscope.bulk.pace.Time;
import dev.smtpscope.bulk.probe.Seen;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The order and the bounds of waiting, by a clock that moves only as it is told. */
class GateTest {
  private static final Limits WIDE = new Limits(1000, 1_000_000, 1000, 1000, 1000);

  private final FakeTime time = new FakeTime();

  private static InetAddress at(String literal) {
    return InetAddress.ofLiteral(literal);
  }

  private static Permit enter(Gate gate, String address, String provider) throws Exception {
    return gate.enter(at(address), Optional.of(provider));
  }

  /** Whether somebody who comes now has to wait; who waits is sent away again. */
  private static boolean isFull(Gate gate, String address, String provider) throws Exception {
    CompletableFuture<Permit> entered = new CompletableFuture<>();
    Thread comer =
        Thread.ofVirtual()
            .start(() -> {
              try {
                entered.complete(enter(gate, address, provider));
              } catch (Exception e) {
                entered.completeExceptionally(e);
              }
            });
    while (!entered.isDone() && comer.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    comer.interrupt();
    comer.join();
    if (entered.isCompletedExceptionally()) {
      return true;
    }
    entered.get(0, TimeUnit.SECONDS).close();
    return false;
  }

  @Test
  void eachLimitHoldsByItself() throws Exception {
    Gate gate = new Gate(new Limits(5, 1_000_000, 1, 2, 3), time);
    List<Permit> held = new ArrayList<>();
    held.add(enter(gate, "192.0.2.1", "a.example"));
    assertThat(isFull(gate, "192.0.2.1", "b.example")).as("address").isTrue();
    held.add(enter(gate, "192.0.2.2", "a.example"));
    assertThat(isFull(gate, "192.0.2.3", "b.example")).as("network").isTrue();
    held.add(enter(gate, "198.51.100.1", "a.example"));
    assertThat(isFull(gate, "203.0.113.1", "a.example")).as("provider").isTrue();
    held.add(enter(gate, "2001:db8:1::1", "b.example"));
    held.add(enter(gate, "2001:db8:1:ffff::2", "b.example"));
    assertThat(isFull(gate, "2001:db8:1:a::3", "c.example")).as("/48").isTrue();
    assertThat(isFull(gate, "203.0.113.1", "c.example")).as("in all").isTrue();
    held.forEach(Permit::close);
    assertThat(isFull(gate, "192.0.2.1", "a.example")).isFalse();
  }

  @Test
  void whoeverWaitsForOneAddressTakesNoPlaceFromTheRest() throws Exception {
    Gate gate = new Gate(new Limits(2, 1_000_000, 1, 100, 100), time);
    Permit busy = enter(gate, "192.0.2.1", "a.example");
    List<Thread> waiting = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      waiting.add(
          Thread.ofVirtual()
              .start(() -> {
                try {
                  enter(gate, "192.0.2.1", "a.example").close();
                } catch (Exception e) {
                  Thread.currentThread().interrupt();
                }
              }));
    }
    waiting.forEach(t -> {
      while (t.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    });
    assertThat(isFull(gate, "198.51.100.1", "b.example")).isFalse();
    busy.close();
    for (Thread thread : waiting) {
      thread.join();
    }
    assertThat(isFull(gate, "192.0.2.1", "a.example")).isFalse();
  }

  @Test
  void soManyBeginInASecond() throws Exception {
    Gate gate = new Gate(new Limits(1000, 50, 1000, 1000, 1000), time);
    List<Duration> begun = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      enter(gate, "192.0.2.1", "a.example").close();
      begun.add(time.elapsed());
    }
    assertThat(begun.getLast()).isBetween(Duration.ofMillis(9_970), Duration.ofMillis(9_990));
    for (Duration from : begun) {
      Duration until = from.plusSeconds(1);
      assertThat(begun.stream().filter(t -> t.compareTo(from) >= 0 && t.compareTo(until) < 0))
          .hasSizeLessThanOrEqualTo(50);
    }
  }

  @Test
  void aQuietTimeGivesNoRightToARush() throws Exception {
    Gate gate = new Gate(new Limits(1000, 10, 1000, 1000, 1000), time);
    time.pass(Duration.ofMinutes(5));
    Duration before = time.elapsed();
    for (int i = 0; i < 11; i++) {
      enter(gate, "192.0.2.1", "a.example").close();
    }
    assertThat(time.elapsed().minus(before)).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void pausesDoubleUntilAWelcome() throws Exception {
    Gate gate = new Gate(WIDE, time);
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      gate.seen(Seen.greeting("192.0.2.1", 421), Optional.of("a.example"));
      waits.add(wait(gate, "192.0.2.1", "z.example"));
    }
    assertThat(waits).containsExactly(2L, 4L, 8L, 16L, 32L, 64L, 64L, 64L);
    gate.seen(Seen.greeting("192.0.2.1", 220), Optional.of("a.example"));
    assertThat(wait(gate, "192.0.2.1", "z.example")).isZero();
    gate.seen(Seen.greeting("192.0.2.1", 554), Optional.empty());
    assertThat(wait(gate, "192.0.2.1", "z.example")).isEqualTo(2);
  }

  @Test
  void theProviderRestsAfter421ButNotForOneRefusingServer() throws Exception {
    Gate gate = new Gate(WIDE, time);
    gate.seen(Seen.greeting("192.0.2.1", 554), Optional.of("a.example"));
    gate.seen(Seen.refused("192.0.2.2"), Optional.of("a.example"));
    assertThat(wait(gate, "192.0.2.9", "a.example")).isZero();
    assertThat(wait(gate, "192.0.2.2", "b.example")).isEqualTo(2);
    gate.seen(Seen.greeting("192.0.2.1", 421), Optional.of("a.example"));
    assertThat(wait(gate, "192.0.2.9", "b.example")).isZero();
    assertThat(wait(gate, "192.0.2.9", "a.example")).isEqualTo(2);
  }

  @Test
  void whatBeganBeforeThePauseDoesNotLengthenIt() throws Exception {
    Gate gate = new Gate(WIDE, time);
    for (int i = 0; i < 20; i++) {
      gate.seen(Seen.greeting("192.0.2.1", 421), Optional.of("a.example"));
    }
    assertThat(wait(gate, "192.0.2.1", "a.example")).isEqualTo(2);
  }

  @Test
  void whoWaitsForASlowServerCountsAsLongAsItWaits() throws Exception {
    Gate gate = new Gate(new Limits(3, 1_000_000, 100, 100, 100), time);
    List<Permit> tarpits = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      tarpits.add(enter(gate, "192.0.2.1", "a.example"));
      time.pass(Duration.ofMinutes(1));
      gate.tick(Duration.ZERO);
    }
    assertThat(isFull(gate, "198.51.100.1", "b.example")).as("all places taken").isTrue();
    tarpits.removeFirst().close();
    assertThat(isFull(gate, "198.51.100.1", "b.example")).as("one is free").isFalse();
    tarpits.forEach(Permit::close);
  }

  @Test
  void oneTarpitInFiveDoesNotSlowTheOthersAtTheUsualLimits() throws Exception {
    assertThat(quickOnes(20)).isGreaterThan((long) (0.9 * 0.8 * quickOnes(0)));
  }

  /** How many quick servers get their visit in some minutes, where so many of a hundred are not. */
  private static long quickOnes(int tarpits) throws Exception {
    record Visit(long end, Permit permit) {}
    FakeTime time = new FakeTime();
    Gate gate = new Gate(Limits.STANDARD, time);
    Queue<Visit> under = new PriorityQueue<>(Comparator.comparingLong(Visit::end));
    long quick = 0;
    for (int i = 0; time.elapsed().compareTo(Duration.ofMinutes(4)) < 0; i++) {
      while (under.size() == Limits.STANDARD.inFlight()
          || (!under.isEmpty() && under.element().end() <= time.nanos())) {
        Visit first = under.remove();
        time.sleepUntil(first.end());
        first.permit().close();
      }
      boolean slow = i * 37 % 100 < tarpits;
      quick += slow ? 0 : 1;
      Permit permit = enter(gate, "10." + (i >> 8 & 255) + "." + (i & 255) + ".1", i + ".example");
      Duration stay = slow ? Duration.ofSeconds(45) : Duration.ofMillis(500);
      under.add(new Visit(time.nanos() + stay.toNanos(), permit));
    }
    return quick;
  }

  @Test
  void nobodyBeginsWhileThisMachineIsOverloaded() throws Exception {
    Gate gate = new Gate(WIDE, time);
    gate.tick(Duration.ofSeconds(3));
    assertThat(wait(gate, "192.0.2.1", "a.example")).isEqualTo(3);
    assertThat(wait(gate, "192.0.2.1", "a.example")).isZero();
  }

  @Test
  void whoHasAMomentGetsALaterOneWhenThisMachineIsOverloaded() throws Exception {
    List<Gate> gates = new ArrayList<>();
    Time busy =
        new Time() {
          @Override
          public long nanos() {
            return time.nanos();
          }

          @Override
          public void sleepUntil(long nanos) {
            time.sleepUntil(nanos);
            if (!gates.isEmpty()) {
              gates.removeFirst().tick(Duration.ofSeconds(3));
            }
          }
        };
    Gate gate = new Gate(WIDE, busy);
    gates.add(gate);
    assertThat(wait(gate, "192.0.2.1", "a.example")).isEqualTo(3);
  }

  @Test
  void everyPlaceComesBack() throws Exception {
    Gate gate = new Gate(new Limits(2, 1_000_000, 2, 2, 2), time);
    for (int i = 0; i < 50; i++) {
      Permit first = enter(gate, "192.0.2.1", "a.example");
      Permit second = enter(gate, "192.0.2.1", "a.example");
      assertThat(isFull(gate, "198.51.100.1", "b.example")).isTrue();
      first.close();
      first.close();
      second.close();
    }
    assertThat(isFull(gate, "192.0.2.1", "a.example")).isFalse();
  }

  @Test
  void anAddressThatNobodyUsesIsForgotten() throws Exception {
    Lanes<String> lanes = new Lanes<>(1);
    for (int i = 0; i < 100; i++) {
      lanes.enter("address " + i).run();
    }
    assertThat(lanes.keys()).isZero();
  }

  private long wait(Gate gate, String address, String provider) throws Exception {
    Duration before = time.elapsed();
    enter(gate, address, provider).close();
    return time.elapsed().minus(before).plusMillis(500).toSeconds();
  }
}
