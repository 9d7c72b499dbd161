package dev.smtpscope.reference;

import java.util.List;
import java.util.Optional;

/** The SMTP reply codes of the RFCs and of the field. */
public final class ReplyCodes {
  private static final List<String> SUBJECTS =
      List.of(
          "The second digit 0 says: it is about the syntax of the command.",
          "The second digit 1 says: it is an answer to a question for information.",
          "The second digit 2 says: it is about the connection.",
          "The second digit 3 has no meaning in SMTP by itself; extensions use it for security.",
          "The second digit 4 has no meaning in SMTP.",
          "The second digit 5 says: it is about the receiving mail system.");

  private ReplyCodes() {}

  /** All codes in ascending order. */
  public static List<ReplyCode> all() {
    return Lazy.CODES.all();
  }

  /** The code, if this reference knows it. */
  public static Optional<ReplyCode> find(int code) {
    return Lazy.CODES.find(Integer.toString(code));
  }

  /** The code; one that is not known is judged by its digits (RFC 5321 section 4.2.1). */
  public static ReplyCode of(int code) {
    return find(code).orElseGet(() -> unknown(code));
  }

  private static ReplyCode unknown(int code) {
    ReplyClass replyClass = ReplyClass.of(code);
    Prose prose =
        new Prose(
            "Not a registered code",
            List.of("No RFC defines this code. It is to be judged by its digits."),
            List.of(),
            List.of("RFC 5321 section 4.2.1"));
    return new ReplyCode(code, Standing.UNKNOWN, digits(prose, code, replyClass));
  }

  private static Prose digits(Prose prose, int code, ReplyClass replyClass) {
    Prose first = prose.plus(replyClass.sentence());
    int second = code / 10 % 10;
    boolean meaningful = replyClass != ReplyClass.UNUSABLE && second < SUBJECTS.size();
    return meaningful ? first.plus(SUBJECTS.get(second)) : first;
  }

  private static ReplyCode read(Block block) {
    int code = Integer.parseInt(block.key());
    Prose prose = Prose.of(block).plus(ReplyClass.of(code).sentence());
    return new ReplyCode(code, Standing.of(block), prose);
  }

  private static final class Lazy {
    static final Catalogue<ReplyCode> CODES = Catalogue.load("reply-codes.txt", ReplyCodes::read);
  }
}
