package dev.smtpscope.probe.dialogue;

import dev.smtpscope.facts.Anomaly;
import dev.smtpscope.facts.Bytes;
import dev.smtpscope.facts.Reply;
import dev.smtpscope.text.Visible;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Turns a server's bytes into replies (RFC 5321 section 4.2), however they are cut up, and notes
 * what is out of order on the way. No I/O. Holds at most {@link #MAX_OCTETS} of an unfinished
 * reply. For one connection and one thread.
 */
public final class ReplyParser {
  /** The largest reply that is read to its end; honest ones are a tenth of it at most. */
  public static final int MAX_OCTETS = 16_384;

  private static final int MAX_LINE_OCTETS = 512;
  private static final int MAX_EVIDENCE = 200;

  private byte[] buffer = new byte[1_024];
  private int length;
  private int searched;
  private int replyOctets;
  private final List<ReplyLine> lines = new ArrayList<>();

  /** What a step of parsing found. */
  public sealed interface Step {
    /** The line just reported ended a reply. */
    record Complete(Reply reply, List<Anomaly.Kind> oddities) implements Step {}

    /** The line just reported, or the bytes so far, are no reply. */
    record NotAReply(Bytes beginning) implements Step {}

    /** More than {@link #MAX_OCTETS} came without a reply's end. */
    record TooLong(String beginning) implements Step {}

    /** More bytes are needed. */
    record NeedMore() implements Step {}
  }

  private record ReplyLine(int code, String text) {}

  /** Takes what was read. */
  public void feed(byte[] bytes, int count) {
    if (length + count > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + count));
    }
    System.arraycopy(bytes, 0, buffer, length, count);
    length += count;
  }

  /** Whether bytes wait that no reply has used. */
  public boolean hasPending() {
    return length > 0;
  }

  /** Whether the peer has begun a reply, or anything else, and not ended it. */
  public boolean isAmidReply() {
    return hasPending() || !lines.isEmpty();
  }

  /** What has come of an unfinished reply, bounded, in visible form. */
  public String partial() {
    StringBuilder out = new StringBuilder();
    lines.forEach(line -> out.append(line.code()).append('-').append(line.text()).append(' '));
    return shortened(out + Visible.of(buffer, 0, Math.min(length, MAX_EVIDENCE)));
  }

  /** Takes away all bytes that no reply has used. */
  public byte[] drain() {
    byte[] rest = peek();
    length = 0;
    searched = 0;
    return rest;
  }

  /** The bytes that no reply has used, left where they are. */
  public byte[] peek() {
    return Arrays.copyOf(buffer, length);
  }

  /** The first step that the bytes so far allow. A line comes before what it completes. */
  public Step next(LineHandler onLine) {
    int end = indexOfLineFeed();
    while (end >= 0) {
      Optional<Step> step = takeLine(end, onLine);
      if (step.isPresent()) {
        return step.get();
      }
      end = indexOfLineFeed();
    }
    if (replyOctets + length > MAX_OCTETS) {
      return new Step.TooLong(partial());
    }
    return isForeign() ? new Step.NotAReply(Bytes.of(peek())) : new Step.NeedMore();
  }

  /** Is told of each complete line in the order they came. */
  @FunctionalInterface
  public interface LineHandler {
    /** One line in visible form, without its end. */
    void line(String text, List<Anomaly.Kind> oddities);
  }

  private Optional<Step> takeLine(int lineFeed, LineHandler onLine) {
    byte[] raw = Arrays.copyOf(buffer, lineFeed + 1);
    System.arraycopy(buffer, raw.length, buffer, 0, length - raw.length);
    length -= raw.length;
    searched = 0;
    replyOctets += raw.length;
    Line line = Line.parse(raw, !lines.isEmpty());
    onLine.line(line.visible(), line.oddities());
    if (replyOctets > MAX_OCTETS) {
      return Optional.of(new Step.TooLong(shortened(line.visible())));
    }
    return switch (line.kind()) {
      case CONTINUED -> {
        lines.add(new ReplyLine(line.code(), line.text()));
        yield Optional.empty();
      }
      case FINAL -> {
        lines.add(new ReplyLine(line.code(), line.text()));
        yield Optional.of(complete());
      }
      case STRAY -> Optional.empty();
      case NONE -> Optional.of(new Step.NotAReply(Bytes.of(raw)));
    };
  }

  private Step complete() {
    int code = lines.getLast().code();
    boolean differing = lines.stream().anyMatch(line -> line.code() != code);
    Reply reply = new Reply(code, lines.stream().map(ReplyLine::text).toList());
    lines.clear();
    replyOctets = 0;
    return new Step.Complete(reply, differing ? List.of(Anomaly.Kind.DIFFERING_CODES) : List.of());
  }

  /** Bytes that no SMTP reply begins with: a line may never end in a binary protocol. */
  private boolean isForeign() {
    return lines.isEmpty() && length >= 5 && buffer[0] >= 0 && buffer[0] < ' ';
  }

  private int indexOfLineFeed() {
    while (searched < length) {
      if (buffer[searched++] == '\n') {
        return searched - 1;
      }
    }
    return -1;
  }

  private static String shortened(String text) {
    return text.length() <= MAX_EVIDENCE ? text : text.substring(0, MAX_EVIDENCE - 3) + "...";
  }

  /** One line, cut into code, separator and text. */
  private record Line(
      Kind kind, int code, String text, String visible, List<Anomaly.Kind> oddities) {
    enum Kind {
      CONTINUED,
      FINAL,
      STRAY,
      NONE
    }

    static Line parse(byte[] raw, boolean amidReply) {
      List<Anomaly.Kind> oddities = oddities(raw);
      int length = lengthWithoutEnd(raw);
      String visible = Visible.of(raw, 0, length);
      if (!startsWithCode(raw, length)) {
        if (amidReply) {
          oddities.add(Anomaly.Kind.STRAY_LINE);
        }
        return new Line(amidReply ? Kind.STRAY : Kind.NONE, 0, visible, visible, oddities);
      }
      int code = Integer.parseInt(visible.substring(0, 3));
      if (code < 200 || code > 599) {
        oddities.add(Anomaly.Kind.CODE_OUT_OF_RANGE);
      }
      if (length > 3 && raw[3] != ' ' && raw[3] != '-') {
        oddities.add(Anomaly.Kind.BAD_SEPARATOR);
      }
      String text = length > 4 ? Visible.of(raw, 4, length - 4) : "";
      Kind kind = length > 3 && raw[3] == '-' ? Kind.CONTINUED : Kind.FINAL;
      return new Line(kind, code, text, visible, oddities);
    }

    private static boolean startsWithCode(byte[] raw, int length) {
      return length >= 3
          && isDigit(raw[0])
          && isDigit(raw[1])
          && isDigit(raw[2])
          && !(length > 3 && isDigit(raw[3]));
    }

    private static boolean isDigit(byte b) {
      return b >= '0' && b <= '9';
    }

    private static int lengthWithoutEnd(byte[] raw) {
      int length = raw.length - 1;
      return length > 0 && raw[length - 1] == '\r' ? length - 1 : length;
    }

    private static List<Anomaly.Kind> oddities(byte[] raw) {
      List<Anomaly.Kind> found = new ArrayList<>();
      int length = lengthWithoutEnd(raw);
      if (length == raw.length - 1) {
        found.add(Anomaly.Kind.BARE_LF);
      }
      if (raw.length > MAX_LINE_OCTETS) {
        found.add(Anomaly.Kind.OVERLONG_LINE);
      }
      boolean bareCr = false;
      boolean control = false;
      for (int i = 0; i < length; i++) {
        bareCr |= raw[i] == '\r';
        control |= isControl(raw[i]);
      }
      if (bareCr) {
        found.add(Anomaly.Kind.BARE_CR);
      }
      if (control) {
        found.add(Anomaly.Kind.CONTROL_BYTE);
      }
      return found;
    }

    private static boolean isControl(byte b) {
      boolean printable = b < 0 || (b >= ' ' && b != 0x7f);
      return !printable && b != '\r' && b != '\t';
    }
  }
}
