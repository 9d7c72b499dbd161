package dev.smtpscope.judge.software;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.judge.software.Conversations.Case;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is told from real servers' conversations, and what is not. */
class SoftwareDetectorTest {
  static Stream<Case> conversations() {
    return Conversations.of("conversations.txt");
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void tells(Case conversation) {
    Optional<Software> found = SoftwareDetector.detect(conversation.facts());

    assertThat(found.map(SoftwareDetectorTest::summary).orElse("nothing"))
        .as("%s", found)
        .isEqualTo(conversation.expected());
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void restsOnEvidence(Case conversation) {
    SoftwareDetector.detect(conversation.facts())
        .ifPresent(found -> assertThat(found.evidence()).isNotEmpty().doesNotHaveDuplicates());
  }

  @Test
  void everyProductHasACase() {
    Set<String> told = Stream.of(Product.values()).map(Enum::name).collect(Collectors.toSet());
    conversations().forEach(c -> told.remove(c.expected().split(" ", 2)[0]));

    assertThat(told).isEmpty();
  }

  @Test
  void quotesWhatTheServerSaid() {
    assertThat(detect("220 mail.example.org ESMTP Exim 4.96").orElseThrow().evidence())
        .containsExactly("the greeting says \"mail.example.org ESMTP Exim 4.96\"");
  }

  @Test
  void tellsWhereTheVersionStands() {
    assertThat(detect("220 mail.example.org ESMTP Exim 4.96").orElseThrow().versionIn())
        .contains(Place.GREETING);
    assertThat(detect("220 mail.example.org ESMTP Exim").orElseThrow().versionIn()).isEmpty();
  }

  @Test
  void boundsWhatItQuotes() {
    Software software =
        detect("220 mail.example.org ESMTP Postfix " + "x".repeat(5000)).orElseThrow();

    assertThat(software.evidence().getFirst()).hasSizeLessThan(120);
  }

  @Test
  void copesWithEndlessRepetition() {
    assertThat(detect("220 " + "exim.exim-".repeat(50_000))).isEmpty();
    assertThat(detect("220 " + "not Exim ".repeat(50_000))).isEmpty();
  }

  private static Optional<Software> detect(String greeting) {
    return SoftwareDetector.detect(Conversations.facts(List.of(greeting)));
  }

  private static String summary(Software software) {
    return software.product().name()
        + " "
        + software.certainty()
        + software.version().map(v -> " " + v).orElse("");
  }
}
