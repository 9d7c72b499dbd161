package dev.smtpscope.probe.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.smtpscope.facts.Anomaly;
import dev.smtpscope.facts.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyParserTest {
  private final List<String> lines = new ArrayList<>();
  private final List<Anomaly.Kind> oddities = new ArrayList<>();
  private final ReplyParser parser = new ReplyParser();

  @Test
  void readsASingleLine() {
    assertThat(reply("220 mail.example.org ESMTP\r\n"))
        .isEqualTo(new Reply(220, List.of("mail.example.org ESMTP")));
    assertThat(oddities).isEmpty();
  }

  @Test
  void readsSeveralLines() {
    assertThat(reply("250-mail.example.org\r\n250-SIZE 1000\r\n250 STARTTLS\r\n"))
        .isEqualTo(new Reply(250, List.of("mail.example.org", "SIZE 1000", "STARTTLS")));
    assertThat(lines).containsExactly("250-mail.example.org", "250-SIZE 1000", "250 STARTTLS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"250\r\n", "250 \r\n"})
  void acceptsACodeWithoutText(String wire) {
    assertThat(reply(wire)).isEqualTo(new Reply(250, List.of("")));
  }

  @Test
  void acceptsAContinuedLineWithoutText() {
    assertThat(reply("220-\r\n220 x\r\n")).isEqualTo(new Reply(220, List.of("", "x")));
  }

  @Test
  void isTheSameHoweverTheBytesAreCut() {
    String wire = "220-one\r\n220-two\n220 three\r\n";
    Reply whole = reply(wire);
    ReplyParser cut = new ReplyParser();
    ReplyParser.Step step = new ReplyParser.Step.NeedMore();
    for (byte b : wire.getBytes(StandardCharsets.US_ASCII)) {
      assertThat(step).isInstanceOf(ReplyParser.Step.NeedMore.class);
      cut.feed(new byte[] {b}, 1);
      step = cut.next((text, odd) -> {});
    }
    assertThat(step).isEqualTo(new ReplyParser.Step.Complete(whole, List.of()));
  }

  @Test
  void leavesASecondReplyForLater() {
    assertThat(reply("250 one\r\n250 two\r\n").lines()).containsExactly("one");
    assertThat(parser.hasPending()).isTrue();
    assertThat(step()).isInstanceOf(ReplyParser.Step.Complete.class);
    assertThat(parser.hasPending()).isFalse();
  }

  @Test
  void reportsDifferingCodesAndTakesTheLast() {
    feed("250-one\r\n220-two\r\n550 three\r\n");
    assertThat(step())
        .isEqualTo(
            new ReplyParser.Step.Complete(
                new Reply(550, List.of("one", "two", "three")),
                List.of(Anomaly.Kind.DIFFERING_CODES)));
  }

  @ParameterizedTest
  @CsvSource({
    "'250 ok\n', BARE_LF",
    "'250 o\rk\r\n', BARE_CR",
    "'250 o\u0000k\r\n', CONTROL_BYTE",
    "'250 \u001b[31mred\r\n', CONTROL_BYTE",
    "'250_ok\r\n', BAD_SEPARATOR",
    "'199 ok\r\n', CODE_OUT_OF_RANGE",
    "'600 ok\r\n', CODE_OUT_OF_RANGE",
  })
  void notesWhatIsOutOfOrder(String wire, Anomaly.Kind kind) {
    feed(wire.replace("\\r", "\r"));
    assertThat(step()).isInstanceOf(ReplyParser.Step.Complete.class);
    assertThat(oddities).contains(kind);
  }

  @Test
  void aTabIsNoControlByte() {
    reply("250 a\tb\r\n");
    assertThat(oddities).isEmpty();
  }

  @Test
  void notesALineOver512OctetsButReadsIt() {
    assertThat(reply("250 " + "x".repeat(506) + "\r\n").text()).hasSize(506);
    assertThat(oddities).isEmpty();
    assertThat(reply("250 " + "x".repeat(507) + "\r\n").text()).hasSize(507);
    assertThat(oddities).containsExactly(Anomaly.Kind.OVERLONG_LINE);
  }

  @Test
  void givesUpOnAnEndlessLine() {
    feed("250 " + "x".repeat(ReplyParser.MAX_OCTETS));
    assertThat(step()).isInstanceOf(ReplyParser.Step.TooLong.class);
  }

  @Test
  void givesUpOnEndlessLines() {
    ReplyParser.Step step = new ReplyParser.Step.NeedMore();
    for (int i = 0; i < 10_000 && step instanceof ReplyParser.Step.NeedMore; i++) {
      feed("250-again and again\r\n");
      step = step();
    }
    assertThat(step).isInstanceOf(ReplyParser.Step.TooLong.class);
  }

  @Test
  void aStrayLineWithinAReplyIsNotedAndSkipped() {
    assertThat(reply("250-one\r\nnonsense\r\n250 two\r\n").lines()).containsExactly("one", "two");
    assertThat(oddities).containsExactly(Anomaly.Kind.STRAY_LINE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSH-2.0-OpenSSH_9\r\n", "* OK IMAP\r\n", "2500 x\r\n", "25\r\n", "\r\n"})
  void aFirstLineWithoutCodeIsNoReply(String wire) {
    feed(wire);
    assertThat(step()).isInstanceOf(ReplyParser.Step.NotAReply.class);
  }

  @Test
  void binaryIsNoReplyThoughNoLineEnds() {
    feed("\u0015\u0003\u0003\u0000\u0002");
    assertThat(step()).isInstanceOf(ReplyParser.Step.NotAReply.class);
  }

  @Test
  void tellsWhatCameOfAnUnfinishedReply() {
    feed("220-wait\r\n220 mai");
    assertThat(step()).isInstanceOf(ReplyParser.Step.NeedMore.class);
    assertThat(parser.partial()).isEqualTo("220-wait 220 mai");
    assertThat(parser.isAmidReply()).isTrue();
  }

  @Test
  void neverThrowsAndNeverHoldsMoreThanItsBound() {
    Random random = new Random(20261121);
    for (int round = 0; round < 3_000; round++) {
      ReplyParser fuzzed = new ReplyParser();
      for (int i = 0; i < 20; i++) {
        byte[] bytes = almostReplies(random);
        fuzzed.feed(bytes, bytes.length);
        ReplyParser.Step step = fuzzed.next((text, odd) -> assertHarmless(text));
        if (step instanceof ReplyParser.Step.Complete complete) {
          complete.reply().lines().forEach(ReplyParserTest::assertHarmless);
        }
        assertHarmless(fuzzed.partial());
      }
    }
  }

  private static byte[] almostReplies(Random random) {
    byte[] alphabet = "2545-0 \r\n\u0000x\u001b9".getBytes(StandardCharsets.ISO_8859_1);
    byte[] bytes = new byte[random.nextInt(40)];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] =
          random.nextInt(8) == 0
              ? (byte) random.nextInt()
              : alphabet[random.nextInt(alphabet.length)];
    }
    return bytes;
  }

  private static void assertHarmless(String text) {
    assertThat(text.chars()).noneMatch(c -> Character.isISOControl(c));
  }

  private Reply reply(String wire) {
    feed(wire);
    assertThat(step()).isInstanceOf(ReplyParser.Step.Complete.class);
    return ((ReplyParser.Step.Complete) last).reply();
  }

  private ReplyParser.Step last = new ReplyParser.Step.NeedMore();

  private ReplyParser.Step step() {
    last =
        parser.next((text, odd) -> {
          lines.add(text);
          oddities.addAll(odd);
        });
    return last;
  }

  private void feed(String wire) {
    byte[] bytes = wire.getBytes(StandardCharsets.ISO_8859_1);
    parser.feed(bytes, bytes.length);
  }
}
