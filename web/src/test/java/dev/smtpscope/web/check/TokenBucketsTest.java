package dev.smtpscope.web.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TokenBucketsTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L);
  private final TokenBuckets<String> buckets =
      new TokenBuckets<>(new Rate(3, Duration.ofSeconds(10)), now::get);

  @Test
  void givesABurstThenOneInEachInterval() {
    take(3);
    assertThat(buckets.take("a")).contains(Duration.ofSeconds(10));
    pass(4);
    assertThat(buckets.take("a")).contains(Duration.ofSeconds(6));
    pass(6);
    take(1);
    assertThat(buckets.take("a")).contains(Duration.ofSeconds(10));
    pass(1000);
    take(3);
    assertThat(buckets.take("a")).isPresent();
  }

  @Test
  void tellsKeysApart() {
    take(3);
    assertThat(buckets.take("b")).isEmpty();
  }

  @Test
  void takesBackWhatWasNotUsed() {
    take(3);
    buckets.giveBack("a");
    take(1);
    assertThat(buckets.take("a")).isPresent();
  }

  private void take(int count) {
    for (int i = 0; i < count; i++) {
      assertThat(buckets.take("a")).isEmpty();
    }
  }

  private void pass(int seconds) {
    now.addAndGet(Duration.ofSeconds(seconds).toNanos());
  }
}
