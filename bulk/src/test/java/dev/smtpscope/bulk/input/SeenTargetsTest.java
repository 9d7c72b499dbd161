package dev.smtpscope.bulk.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.target.InvalidTargetException;
import dev.smtpscope.target.Target;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeenTargetsTest {
  @ParameterizedTest
  @CsvSource({
    "example.org, EXAMPLE.Org.",
    "bücher.example, xn--bcher-kva.example",
    "BÜCHER.example, bücher.example.",
    "ｅｘａｍｐｌｅ.org, example.org",
    "user@example.org, domain:example.org",
    "192.0.2.1:25, [192.0.2.1]:25",
    "2001:DB8:0::1, [2001:db8::1]",
    "mail.example.org:25, smtp://mail.example.org"
  })
  void foldsWaysToWriteOneTarget(String one, String other) throws Exception {
    SeenTargets seen = new SeenTargets();

    assertThat(seen.add(target(one))).isTrue();
    assertThat(seen.add(target(other))).isFalse();
    assertThat(seen.size()).isEqualTo(1);
    assertThat(seen.repeated()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "example.org, example.net",
    "example.org, domain:example.org",
    "example.org:25, example.org:587",
    "example.org, example.org:25",
    "faß.example, fass.example"
  })
  void keepsTargetsApart(String one, String other) throws Exception {
    SeenTargets seen = new SeenTargets();

    assertThat(seen.add(target(one))).isTrue();
    assertThat(seen.add(target(other))).isTrue();
  }

  @Test
  void fingerprintsStayTheSameFromVersionToVersion() throws Exception {
    assertThat(Fingerprint.of(target("example.org"))).isEqualTo(-5109732437467042724L);
  }

  @Test
  void aSetOfNumbersIsASet() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      int range = 1 << (4 + random.nextInt(16));
      LongSet set = new LongSet();
      Set<Long> expected = new HashSet<>();
      for (int i = 0; i < 50_000; i++) {
        long value = random.nextInt(range) * (random.nextBoolean() ? 1L : 1L << 40);
        assertThat(set.contains(value)).isEqualTo(expected.contains(value));
        assertThat(set.add(value)).isEqualTo(expected.add(value));
      }
      assertThat(set.size()).isEqualTo(expected.size());
    }
  }

  private static Target target(String words) throws InvalidTargetException {
    return Lists.PARSER.parse(words);
  }
}
