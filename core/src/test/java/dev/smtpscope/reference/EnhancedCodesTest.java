package dev.smtpscope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnhancedCodesTest {
  /** The highest detail of each subject in the IANA registry, which has no gaps. */
  private static final Map<Integer, Integer> LAST_DETAIL =
      Map.of(0, 0, 1, 10, 2, 4, 3, 6, 4, 7, 5, 6, 6, 10, 7, 30);

  @Test
  void knowsTheWholeRegistry() {
    LAST_DETAIL.forEach((subject, last) ->
        IntStream.rangeClosed(0, last)
            .mapToObj(detail -> "X." + subject + "." + detail)
            .forEach(code ->
                assertThat(EnhancedCodes.find(code))
                    .as(code)
                    .map(StatusCode::standing)
                    .isPresent()
                    .get()
                    .isNotIn(Standing.FIELD, Standing.UNKNOWN)));
  }

  @Test
  void carriesTheBasicCodesOfTheRegistry() {
    assertThat(basic("X.1.1")).containsExactly(451, 550);
    assertThat(basic("X.1.10")).containsExactly(556);
    assertThat(basic("X.5.1")).containsExactly(430, 500, 501, 503, 530, 550, 554, 555);
    assertThat(basic("X.7.1")).containsExactly(451, 454, 502, 503, 533, 550, 551);
    assertThat(basic("X.7.8")).containsExactly(535, 554);
    assertThat(basic("X.4.4")).isEmpty();
  }

  @Test
  void explainsClassSubjectAndDetail() {
    StatusCode code = EnhancedCodes.find("5.7.1").orElseThrow();
    assertThat(code.key()).isEqualTo("5.7.1");
    assertThat(code.title()).isEqualTo("Refused by policy");
    assertThat(code.paragraphs()).hasSize(2).last().asString().startsWith("Class 5:");
    assertThat(EnhancedCodes.find("x.7.1").orElseThrow().paragraphs()).hasSize(1);
    assertThat(EnhancedCodes.find("4.x.x").orElseThrow().title()).isEqualTo("Temporary failure");
    assertThat(EnhancedCodes.find("5.1.x").orElseThrow().title()).contains("addresses");
  }

  @Test
  void explainsAnUnknownDetailByItsSubject() {
    StatusCode code = EnhancedCodes.find("4.3.77").orElseThrow();
    assertThat(code.standing()).isEqualTo(Standing.UNKNOWN);
    assertThat(code.key()).isEqualTo("4.3.77");
    assertThat(code.paragraphs()).anyMatch(p -> p.contains("mail system itself"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "5",
        "5.7",
        "3.1.1",
        "5.7.1.1",
        "5.7.1000",
        "5..1",
        "5.8.1",
        "55.7.1",
        "a.b.c",
        "5.7.-1",
        "५.7.1"
      })
  void rejectsWhatIsNoCode(String text) {
    assertThat(EnhancedCodes.find(text)).isEmpty();
  }

  private static List<Integer> basic(String code) {
    return EnhancedCodes.find(code).orElseThrow().basicCodes();
  }
}
