package dev.smtpscope.bulk.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CounterTest {
  @Test
  void putsTheMostFrequentFirst() {
    Counter counter = new Counter();
    counter.target("a");
    counter.target("b");
    counter.target("b");
    counter.server("b");
    assertThat(counter.breakdown("x", "X").shares())
        .containsExactly(new Share("b", 2, 1), new Share("a", 1, 0));
  }

  @Test
  void losesNothingBeyondItsBounds() {
    Counter counter = new Counter(2000);
    IntStream.range(0, 5000).forEach(i -> counter.target("v" + i));
    counter.target("v1");
    Breakdown breakdown = counter.breakdown("x", "X");
    assertThat(breakdown.targets()).isEqualTo(5001);
    assertThat(breakdown.shares()).hasSize(Breakdown.MOST);
    assertThat(breakdown.shares().getFirst()).isEqualTo(new Share("v1", 2, 0));
    assertThat(breakdown.others().targets()).isEqualTo(5001 - Breakdown.MOST - 1);
  }

  @Test
  void mergesToWhatOneWouldHaveCounted() {
    Counter both = new Counter();
    Counter one = new Counter();
    Counter other = new Counter();
    for (int i = 0; i < 1000; i++) {
      both.target("v" + i % 7);
      (i % 3 == 0 ? one : other).target("v" + i % 7);
    }
    one.merge(other);
    assertThat(one.breakdown("x", "X")).isEqualTo(both.breakdown("x", "X"));
  }
}
