package dev.smtpscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
  @ParameterizedTest
  @CsvSource({
    "'plain text 123 <b>&', 'plain text 123 <b>&'",
    "'back\\slash', 'back\\\\slash'",
    "'faß Ünïcödé 日本', 'faß Ünïcödé 日本'",
    "'\u001b[31m', '\\x1B[31m'",
    "'a\u0000b', 'a\\x00b'",
    "'\u202Eevil', '\\xE2\\x80\\xAEevil'",
    "'\u2028', '\\xE2\\x80\\xA8'",
    "'\u200B', '\\xE2\\x80\\x8B'",
    "'\u009b', '\\xC2\\x9B'",
    "'\uFEFF', '\\xEF\\xBB\\xBF'",
  })
  void showsWhatIsPlainAndEscapesTheRest(String text, String visible) {
    assertThat(Visible.ofText(text)).isEqualTo(visible);
  }

  @Test
  void escapesEveryByteOfMalformedUtf8() {
    assertThat(Visible.of(new byte[] {(byte) 0xc3, 'x', (byte) 0xff, (byte) 0xc0, (byte) 0x80}))
        .isEqualTo("\\xC3x\\xFF\\xC0\\x80");
    assertThat(Visible.of(new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80}))
        .isEqualTo("\\xED\\xA0\\x80");
  }

  @Test
  void givesTheBytesBackWhateverTheyAre() {
    Random random = new Random(42);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = randomBytes(random);
      String visible = Visible.of(bytes);
      assertThat(Visible.bytes(visible)).isEqualTo(bytes);
      assertThat(visible.codePoints()).allMatch(VisibleTest::isHarmless);
    }
  }

  @Test
  void anEscapeThatWasCutShortStandsForItself() {
    assertThat(Visible.bytes("a\\x1... (9 characters)"))
        .isEqualTo("a\\x1... (9 characters)".getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] randomBytes(Random random) {
    byte[] bytes = new byte[random.nextInt(24)];
    random.nextBytes(bytes);
    String text =
        random.nextBoolean() ? "\\x41\\" + new String(bytes, StandardCharsets.UTF_16) : "";
    return text.isEmpty() ? bytes : text.getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isHarmless(int codePoint) {
    int type = Character.getType(codePoint);
    return !Character.isISOControl(codePoint)
        && type != Character.FORMAT
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }
}
