package dev.smtpscope.probe.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.audit.Preference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against servers of known taste, each question counted. */
class EnumerationTest {
  private static final int CANDIDATES = 40;

  private final List<Integer> candidates = IntStream.range(0, CANDIDATES).boxed().toList();
  private int questions;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 20, 40})
  void serverWithAnOrderOfItsOwnCostsTwoMoreThanItAccepts(int count) {
    for (int seed = 0; seed < 50; seed++) {
      List<Integer> order = some(seed, count);
      Enumeration found = enumerate(offer -> order.stream().filter(offer::contains).findFirst());

      assertThat(found.accepted()).isEqualTo(order);
      assertThat(found.preference()).isEqualTo(Preference.SERVER);
      assertThat(found.refused()).hasSize(CANDIDATES - count);
      assertThat(questions).isLessThanOrEqualTo(count + 2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 20, 40})
  void serverThatFollowsTheClientCostsAtMostOneMoreThanItAccepts(int count) {
    for (int seed = 0; seed < 50; seed++) {
      List<Integer> set = some(seed, count);
      Enumeration found = enumerate(offer -> offer.stream().filter(set::contains).findFirst());

      assertThat(found.accepted()).containsExactlyInAnyOrderElementsOf(set);
      assertThat(found.preference()).isEqualTo(Preference.CLIENT);
      assertThat(found.refused()).hasSize(CANDIDATES - count);
      assertThat(questions).isLessThanOrEqualTo(count + 1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 17, 39})
  void oneAloneIsNoPreference(int only) {
    Enumeration found =
        enumerate(offer -> offer.contains(only) ? Optional.of(only) : Optional.empty());

    assertThat(found.accepted()).containsExactly(only);
    assertThat(found.preference()).isEqualTo(Preference.SINGLE);
  }

  /** A server of some taste. */
  private interface Server {
    Optional<Integer> choose(List<Integer> offer);
  }

  private List<Integer> some(int seed, int count) {
    List<Integer> shuffled = new ArrayList<>(candidates);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled.subList(0, count);
  }

  private Enumeration enumerate(Server server) {
    Enumeration enumeration = new Enumeration(candidates);
    questions = 0;
    while (!enumeration.isOver()) {
      List<Integer> offer = enumeration.offer(CANDIDATES);
      server
          .choose(offer)
          .ifPresentOrElse(
              code -> enumeration.chosen(offer, code), () -> enumeration.refused(offer));
      questions++;
    }
    return enumeration;
  }
}
