package dev.smtpscope.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PatienceTest {
  @Test
  void endsAWriteThatNobodyReads() {
    try (Patience patience = new Patience(Duration.ofMillis(50))) {
      assertThatThrownBy(() -> patience.write(PatienceTest::waitForEver))
          .isInstanceOf(InterruptedIOException.class);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  @Test
  void letsOthersBe() throws Exception {
    AtomicBoolean written = new AtomicBoolean();
    try (Patience patience = new Patience(Duration.ofMinutes(1))) {
      patience.write(() -> written.set(true));
    }
    assertThat(written).isTrue();
  }

  @Test
  void beginsNoWriteOnceTheServiceEnds() {
    AtomicBoolean written = new AtomicBoolean();
    Patience patience = new Patience(Duration.ofMinutes(1));
    patience.close();
    assertThatThrownBy(() -> patience.write(() -> written.set(true)))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(written).isFalse();
  }

  private static void waitForEver() throws InterruptedIOException {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    }
  }
}
