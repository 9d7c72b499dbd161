package dev.smtpscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SignalsTest {
  private static final int INT = 2;

  private final List<String> done = new CopyOnWriteArrayList<>();
  private final Signals signals = new Signals(code -> done.add("ended with " + code));

  @Test
  void theFirstAsksForTheEnd() throws InterruptedException {
    signals.beforeEnd(() -> done.add("tidied"));
    signals.received(INT);
    signals.await();
    assertThat(done).isEmpty();
  }

  @Test
  void theSecondTidiesUpAndEnds() {
    signals.beforeEnd(() -> done.add("tidied"));
    signals.received(INT);
    signals.received(INT);
    assertThat(done).containsExactly("tidied", "ended with 130");
  }

  @Test
  void theSecondEndsEvenIfTidyingDoesNot() {
    CountDownLatch never = new CountDownLatch(1);
    signals.beforeEnd(() -> {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    signals.received(INT);
    signals.received(INT);
    assertThat(done).containsExactly("ended with 130");
    never.countDown();
  }
}
