package dev.smtpscope.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReplyCodesTest {
  private static final List<Integer> RFC_5321 =
      List.of(
          211, 214, 220, 221, 250, 251, 252, 354, 421, 450, 451, 452, 455, 500, 501, 502, 503, 504,
          550, 551, 552, 553, 554, 555);
  private static final List<Integer> RFC_4954 = List.of(235, 334, 432, 454, 530, 534, 535);
  private static final List<Integer> OTHER_RFCS =
      List.of(253, 453, 458, 459, 521, 523, 524, 525, 556);

  @Test
  void knowsEveryCodeOfTheRfcs() {
    assertThat(List.of(RFC_5321, RFC_4954, OTHER_RFCS))
        .allSatisfy(codes ->
            assertThat(codes)
                .allSatisfy(code ->
                    assertThat(ReplyCodes.find(code))
                        .map(ReplyCode::standing)
                        .contains(Standing.STANDARD)));
  }

  @Test
  void standardCodesNameTheirRfcAndOthersDoNotPretendTo() {
    assertThat(ReplyCodes.all())
        .filteredOn(code -> code.standing() == Standing.STANDARD)
        .allSatisfy(code -> assertThat(code.references()).isNotEmpty());
    assertThat(ReplyCodes.find(471)).map(ReplyCode::standing).contains(Standing.FIELD);
    assertThat(ReplyCodes.find(538)).map(ReplyCode::standing).contains(Standing.OBSOLETE);
  }

  @Test
  void standsInAscendingOrder() {
    assertThat(ReplyCodes.all()).extracting(ReplyCode::code).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void everyRefusalSaysWhatToDo() {
    assertThat(ReplyCodes.all())
        .filteredOn(code -> code.isTransient() || code.isPermanent())
        .filteredOn(code -> code.standing() == Standing.STANDARD && code.code() != 502)
        .filteredOn(code -> code.code() != 453)
        .allSatisfy(code -> assertThat(code.whatToDo()).as(code.key()).isNotEmpty());
  }

  @Test
  void tellsTransientFromPermanent() {
    assertThat(ReplyCodes.of(450).isTransient()).isTrue();
    assertThat(ReplyCodes.of(450).isPermanent()).isFalse();
    assertThat(ReplyCodes.of(550).isPermanent()).isTrue();
    assertThat(ReplyCodes.of(250).isTransient() || ReplyCodes.of(250).isPermanent()).isFalse();
  }

  @Test
  void judgesAnUnknownCodeByItsDigits() {
    ReplyCode code = ReplyCodes.of(457);
    assertThat(ReplyCodes.find(457)).isEmpty();
    assertThat(code.standing()).isEqualTo(Standing.UNKNOWN);
    assertThat(code.isTransient()).isTrue();
    assertThat(code.paragraphs())
        .anyMatch(p -> p.contains("first digit 4"))
        .anyMatch(p -> p.contains("second digit 5"));
    assertThat(code.references()).containsExactly("RFC 5321 section 4.2.1");
  }

  @Test
  void codesOutsideOfSmtpAreUnusable() {
    assertThat(List.of(-1, 0, 99, 600, 999, Integer.MAX_VALUE, Integer.MIN_VALUE))
        .allSatisfy(
            code -> assertThat(ReplyCodes.of(code).replyClass()).isEqualTo(ReplyClass.UNUSABLE));
  }
}
