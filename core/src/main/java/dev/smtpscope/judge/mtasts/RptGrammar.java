package dev.smtpscope.judge.mtasts;

import java.util.regex.Pattern;

/** The parts of the record (RFC 8460 section 3). */
final class RptGrammar {
  private static final Pattern NEARLY =
      Pattern.compile("[\\s\"']*v\\s*=\\s*tlsrpt.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ADDRESS =
      Pattern.compile("(?i)(?:mailto:[\\x21-\\x7e]+@[\\x21-\\x7e]+|https://[\\x21-\\x7e]+)");

  private RptGrammar() {}

  /** Whether {@code text} was meant for a record, though it is none. */
  static boolean isNearly(String text) {
    return NEARLY.matcher(text).matches();
  }

  static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches() && !text.contains("!");
  }
}
