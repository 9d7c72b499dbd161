package dev.smtpscope.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * A peer's bytes as text that is safe to print anywhere and still tells every byte.
 *
 * <p>Printable ASCII and well-formed UTF-8 of letters, digits, punctuation and symbols stand as
 * they are; a backslash is doubled; every other byte becomes {@code \xHH}. So no control byte, no
 * terminal escape, no direction override and no line break gets through, and {@link #bytes} gives
 * the original back. Markup characters are left alone: escaping them is the renderer's work.
 */
public final class Visible {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  private Visible() {}

  /** The visible form of a peer's bytes. */
  public static String of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /** The visible form of {@code length} bytes from {@code offset} on. */
  public static String of(byte[] bytes, int offset, int length) {
    StringBuilder out = new StringBuilder(length + 8);
    int end = offset + length;
    int i = offset;
    while (i < end) {
      int width = sequenceWidth(bytes, i, end);
      int codePoint = width == 0 ? -1 : codePoint(bytes, i, width);
      if (codePoint >= 0 && isPlain(codePoint)) {
        out.appendCodePoint(codePoint);
        out.append(codePoint == '\\' ? "\\" : "");
        i += width;
      } else {
        out.append("\\x").append(HEX.toHexDigits(bytes[i++]));
      }
    }
    return out.toString();
  }

  /** The visible form of text that did not come as bytes, such as a user's argument. */
  public static String ofText(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The bytes that {@code visible} stands for; an escape that was cut short stands for itself. */
  public static byte[] bytes(String visible) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(visible.length());
    int i = 0;
    while (i < visible.length()) {
      if (isEscape(visible, i)) {
        out.write(HexFormat.fromHexDigits(visible, i + 2, i + 4));
        i += 4;
      } else {
        int codePoint = visible.codePointAt(i);
        out.writeBytes(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
        i += visible.startsWith("\\\\", i) ? 2 : Character.charCount(codePoint);
      }
    }
    return out.toByteArray();
  }

  private static boolean isEscape(String visible, int at) {
    return visible.startsWith("\\x", at)
        && at + 4 <= visible.length()
        && HexFormat.isHexDigit(visible.charAt(at + 2))
        && HexFormat.isHexDigit(visible.charAt(at + 3));
  }

  private static int sequenceWidth(byte[] bytes, int at, int end) {
    int first = bytes[at] & 0xff;
    int width =
        first < 0x80
            ? 1
            : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
    return at + width <= end ? width : 0;
  }

  private static int codePoint(byte[] bytes, int at, int width) {
    if (width == 1) {
      return bytes[at];
    }
    try {
      CharBuffer decoded =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, at, width));
      return Character.codePointAt(decoded, 0);
    } catch (CharacterCodingException e) {
      return -1;
    }
  }

  private static boolean isPlain(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint >= 0x20 && codePoint < 0x7f;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
