package dev.smtpscope.reference;

import dev.smtpscope.reference.Phrase.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the wording of a refusal says about its cause, seen from here.
 *
 * @param evidence the words of the reply on which this rests, in one line, without control
 *     characters
 * @param source the block list or filter that the reply names, such as {@code Spamhaus ZEN}
 */
public record ReplyWording(RejectionCause cause, String evidence, Optional<String> source) {
  private static final int LONGEST = 4096;

  /**
   * The cause that the reply names. Empty for replies that are no refusals and for wordings that
   * name no cause, such as a bare "try again later".
   *
   * @param code the reply code; only 400 to 599 are refusals
   * @param enhanced the enhanced status code, if the reply has one
   * @param text the reply's text, in one or more lines, without the reply codes; only its first
   *     4096 characters count
   */
  public static Optional<ReplyWording> of(int code, Optional<String> enhanced, String text) {
    if (code < 400 || code > 599) {
      return Optional.empty();
    }
    String line = oneLine(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    String lower = lowerCase(line);
    for (WordingRule rule : Lazy.RULES) {
      Optional<Span> span = rule.match(code, enhanced, lower);
      if (span.isPresent()) {
        return Optional.of(of(rule, line, lower, span.get()));
      }
    }
    return Optional.empty();
  }

  private static ReplyWording of(WordingRule rule, String line, String lower, Span span) {
    String evidence = line.substring(span.start(), span.end());
    return new ReplyWording(rule.cause(), evidence, source(rule.cause(), lower, span.end()));
  }

  private static Optional<String> source(RejectionCause cause, String lower, int end) {
    return switch (cause) {
      case BLOCK_LIST, BLOCK_LIST_MISUSE, DYNAMIC_ADDRESS, REPUTATION ->
          BlockLists.named(lower).or(() -> BlockLists.hostAt(lower, end));
      default -> Optional.empty();
    };
  }

  private static String oneLine(String text) {
    String plain = Lazy.UNPRINTABLE.matcher(text).replaceAll(" ");
    String bare = Lazy.ADDRESS.matcher(plain).replaceAll("<>");
    return Lazy.REPEATED_CODE.matcher(bare).replaceAll(" ").strip();
  }

  /** Lower case of the same length, so that positions fit both. */
  private static String lowerCase(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return lower.length() == line.length() ? lower : line;
  }

  private static final class Lazy {
    static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");
    static final Pattern ADDRESS = Pattern.compile("<[^<>@ ]{0,320}@[^<>@ ]{0,320}>");
    static final Pattern REPEATED_CODE =
        Pattern.compile("(?:^| )(?:[45]\\d\\d[- ])?[45]\\.\\d{1,3}\\.\\d{1,3} | +");
    static final List<WordingRule> RULES = WordingRule.all();
  }
}
