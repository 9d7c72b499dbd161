package dev.smtpscope.probe.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.smtpscope.facts.Reply;
import dev.smtpscope.probe.Deadline;
import dev.smtpscope.probe.dialogue.Wire;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class GovernorTest {
  private static final Entry BUSY =
      new Entry.Refused("the connection", new Reply(421, List.of("4.7.0 too many connections")));

  private final Deadline deadline = Deadline.after(Duration.ofMinutes(1));
  private final Governor governor = new Governor(1, Duration.ZERO, Duration.ofNanos(1));
  private int tries;

  @Test
  void triesAgainUntilTheServerHasRoom() throws EndedException {
    try (Governor.Turn turn =
        governor.enter(d -> ++tries < 4 ? BUSY : new Entry.Ready(new NoWire()), deadline)) {
      assertThat(turn.wire()).isInstanceOf(NoWire.class);
    }
    assertThat(tries).isEqualTo(4);
  }

  @Test
  void endsWithTheServersWordsAfterSixPauses() {
    assertThatExceptionOfType(EndedException.class)
        .isThrownBy(() -> governor.enter(this::busy, deadline))
        .withMessage("the connection was answered: 421 4.7.0 too many connections");
    assertThat(tries).isEqualTo(7);
  }

  @Test
  void asksNothingMoreOnceEnded() {
    assertThatExceptionOfType(EndedException.class)
        .isThrownBy(() -> governor.enter(this::busy, deadline));
    assertThatExceptionOfType(EndedException.class)
        .isThrownBy(() -> governor.enter(this::busy, deadline));
    assertThat(tries).isEqualTo(7);
  }

  @Test
  void takesAPermanentRefusalForFinal() {
    Entry no = new Entry.Refused("EHLO", new Reply(550, List.of("go away")));
    assertThatExceptionOfType(EndedException.class)
        .isThrownBy(() -> governor.enter(_ -> answer(no), deadline))
        .withMessage("EHLO was answered: 550 go away");
    assertThat(tries).isEqualTo(1);
  }

  @Test
  void doesNotPauseBeyondTheDeadline() {
    Governor slow = new Governor(1, Duration.ZERO, Duration.ofHours(1));
    assertThatExceptionOfType(EndedException.class)
        .isThrownBy(() -> slow.enter(this::busy, deadline))
        .withMessageContaining("421");
    assertThat(tries).isEqualTo(1);
  }

  @Test
  void letsNoMoreInThanAllowed() throws Exception {
    Governor two = new Governor(2, Duration.ZERO, Duration.ZERO);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 40; i++) {
        Future<?> _ =
            threads.submit(() -> {
              try (var turn = two.enter(d -> new Entry.Ready(new NoWire()), deadline)) {
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                turn.wire().until(deadline);
                LockSupport.parkNanos(1_000_000);
                inside.decrementAndGet();
              }
              return 0;
            });
      }
    }
    assertThat(most.get()).isBetween(1, 2);
  }

  private Entry busy(Deadline limit) {
    return answer(BUSY);
  }

  private Entry answer(Entry entry) {
    tries++;
    return entry;
  }

  /** A connection on which nothing happens. */
  private static final class NoWire implements Wire {
    @Override
    public void until(Deadline next) {}

    @Override
    public int read(byte[] buffer) {
      return -1;
    }

    @Override
    public boolean isReadable() {
      return false;
    }

    @Override
    public void write(byte[] bytes) {}

    @Override
    public void upgrade(InputStream in, OutputStream out) {}

    @Override
    public InputStream rawInput() {
      return InputStream.nullInputStream();
    }

    @Override
    public OutputStream rawOutput() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public void close() {}
  }
}
