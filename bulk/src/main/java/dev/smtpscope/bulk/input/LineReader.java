package dev.smtpscope.bulk.input;

import dev.smtpscope.text.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of UTF-8, ended by LF or CRLF, each bounded however long it is in the input. */
final class LineReader {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int SHOWN = 400;

  private final InputStream in;
  private final byte[] line;
  private final byte[] buffer = new byte[64 * 1024];
  private int at;
  private int end;
  private int kept;
  private boolean tooLong;
  private long number;
  private long read;
  private volatile double used;

  LineReader(InputStream in, int longest) {
    this.in = in;
    this.line = new byte[longest];
  }

  /** The number of the line that was read last; 0 before the first. */
  long number() {
    return number;
  }

  /** How much of what was read makes up the lines so far, 0 to 1. For any thread. */
  double used() {
    return used;
  }

  /** The next line; empty at the end. */
  Optional<Line> next() throws IOException {
    Optional<Line> next = read();
    used = read == 0 ? 0 : (read - (end - at)) / (double) read;
    return next;
  }

  private Optional<Line> read() throws IOException {
    kept = 0;
    tooLong = false;
    boolean any = false;
    while (at < end || fill()) {
      any = true;
      int feed = feed();
      keep(feed);
      at = Math.min(feed + 1, end);
      if (feed < end) {
        return Optional.of(line());
      }
    }
    return any ? Optional.of(line()) : Optional.empty();
  }

  private boolean fill() throws IOException {
    at = 0;
    end = 0;
    end = Math.max(in.read(buffer), 0);
    read += end;
    return end > 0;
  }

  private int feed() {
    int i = at;
    while (i < end && buffer[i] != '\n') {
      i++;
    }
    return i;
  }

  private void keep(int until) {
    int fitting = Math.min(until - at, line.length - kept);
    System.arraycopy(buffer, at, line, kept, fitting);
    kept += fitting;
    tooLong |= fitting < until - at;
  }

  private Line line() {
    number++;
    if (tooLong) {
      return broken("the line is longer than " + line.length + " octets");
    }
    int length = kept > 0 && line[kept - 1] == '\r' ? kept - 1 : kept;
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length)).toString();
      return new Line.Text(number, number == 1 ? withoutMark(text) : text);
    } catch (CharacterCodingException e) {
      return broken("the line is not UTF-8 text");
    }
  }

  private Line.Broken broken(String why) {
    return new Line.Broken(number, Visible.of(line, 0, Math.min(kept, SHOWN)), why);
  }

  private static String withoutMark(String text) {
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
